namespace Recommender.Storage.Imports;

/// <summary>What the owner of the data should know before trusting figures made from it.</summary>
sealed class DataWarnings(Workshop workshop)
{
    const double ManyAnonymous = 0.2;

    public IEnumerable<string> Find(CancellationToken cancellationToken)
    {
        var (lines, free, anonymous, currencies, noMoney) = workshop.Row(
            """
            SELECT count(*), count(*) FILTER (amount = 0), count(*) FILTER (customer_id IS NULL), count(DISTINCT currency), count(*) FILTER (amount IS NULL)
            FROM purchases
            """,
            reader => (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4)), cancellationToken);
        if (lines == 0) yield return "No purchase is left after cleaning: nothing can be learned from this data. See the counts, and --clean to switch steps off.";
        if (free > 0) yield return $"{free:N0} kept lines cost nothing: gifts or stock corrections. They count as purchases.";
        if (anonymous > ManyAnonymous * lines) yield return $"{(double)anonymous / lines:P0} of the kept lines name no customer: they count for rules, not for customers.";
        if (currencies > 1) yield return $"{currencies} currencies are mixed in one dataset: sums over them mean nothing.";
        if (lines > 0 && noMoney == lines) yield return "No column holds money: revenue and spend are unknown.";

        var nameless = workshop.Count("SELECT count(*) FROM items WHERE name IS NULL", cancellationToken);
        var items = workshop.Count("SELECT count(*) FROM items", cancellationToken);
        if (nameless > 0 && nameless < items) yield return $"{nameless:N0} of {items:N0} items have no name.";
    }
}
