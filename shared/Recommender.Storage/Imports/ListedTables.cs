using DuckDB.NET.Data;
using Recommender.Storage.Sources.Mapping;

namespace Recommender.Storage.Imports;

/// <summary>The shop's own lists of items and customers, typed; empty tables where it has none.</summary>
/// <param name="decimalComma">How the list of items writes its numbers.</param>
sealed class ListedTables(Workshop workshop, ImportReport report, bool decimalComma)
{
    static readonly string[] Numbers = ["price", "cost", "stock"];
    static readonly string[] Moments = ["launched_at", "discontinued_at", "signed_up_at"];

    public void CreateItems(MappedTable? items, CancellationToken cancellationToken) =>
        Create("listed_items", "item_id", CanonicalColumns.Items.Keys, [], items, cancellationToken);

    public void CreateCustomers(MappedTable? customers, IReadOnlyList<string> attributes, CancellationToken cancellationToken) =>
        Create("listed_customers", "customer_id", CanonicalColumns.Customers.Keys, attributes, customers, cancellationToken);

    void Create(string table, string key, IEnumerable<string> canonical, IReadOnlyList<string> attributes, MappedTable? mapped, CancellationToken cancellationToken)
    {
        // Texts first, types over them: a macro writes its argument out wherever it uses it, and every part of an expression holds memory.
        var texts = canonical.Select(column => $"{mapped?.Sql(column) ?? "CAST(NULL AS VARCHAR)"} AS {column}")
            .Concat(attributes.Select(attribute => $"{mapped!.Column(attribute)} AS {DuckDBText.Identifier(Snake(attribute))}"));
        var columns = canonical.Select(column => $"{Typed(column)} AS {column}").Concat(attributes.Select(attribute => DuckDBText.Identifier(Snake(attribute))));
        var (from, where, order) = mapped is null ? ("(SELECT 1)", "false", "1") : (mapped.From, mapped.Where, mapped.Precedence);

        // The first row of an id is the one that counts.
        workshop.Run(
            $"""
             CREATE TABLE {table} AS
             SELECT {string.Join(", ", columns)}
             FROM {Texts(texts, from, where, order)} AS texts
             WHERE texts.{key} IS NOT NULL
             QUALIFY row_number() OVER (PARTITION BY texts.{key} ORDER BY "#position") = 1
             ORDER BY "#position"
             """,
            cancellationToken);
        if (mapped is not null) Warn(key, [.. canonical.Where(column => mapped.Has(column))], Texts(texts, from, where, order), mapped.Main.Label, cancellationToken);
    }

    static string Texts(IEnumerable<string> texts, string from, string where, string order) =>
        $"(SELECT {string.Join(", ", texts)}, row_number() OVER (ORDER BY {order}) AS \"#position\" FROM {from} WHERE {where})";

    // A list only describes: what it says wrongly is left blank, and said.
    void Warn(string key, string[] canonical, string texts, string label, CancellationToken cancellationToken)
    {
        string[] typed = [.. canonical.Where(column => Numbers.Contains(column) || Moments.Contains(column))];
        var unread = typed.Select(column => $"count(*) FILTER ({column} IS NOT NULL AND {Typed(column)} IS NULL)");
        var figures = workshop.Row(
            $"SELECT {string.Join(", ", [$"count(*) FILTER ({key} IS NULL)", $"count({key}) - count(DISTINCT {key})", .. unread])} FROM {texts}",
            reader => Enumerable.Range(0, 2 + typed.Length).Select(reader.GetInt64).ToArray(), cancellationToken);
        if (figures[0] > 0) report.Warn($"{label}: rows without {key}, which were left out: {figures[0]:N0}.");
        if (figures[1] > 0) report.Warn($"{label}: rows that repeat an earlier {key}, which describe nothing: {figures[1]:N0}.");
        foreach (var (column, count) in typed.Zip(figures.Skip(2)).Where(found => found.Second > 0))
            report.Warn($"{label}: values of {column} that cannot be read and were left blank: {count:N0}.");
    }

    string Typed(string text) =>
        Numbers.Contains(text) ? $"{(decimalComma ? "number_comma" : "number_point")}({text})"
        : Moments.Contains(text) ? $"coalesce(to_moment({text}), in_utc({text}, coalesce(date_iso({text}), date_compact({text}), date_day_dot({text}), date_named_month({text}))))"
        : text == "strategic" ? $"lower({text}) IN ('1', 'true', 'yes', 'y', 'x')"
        : text;

    /// <summary>"Birth Year" becomes birth_year, the manner of every other column; a name that is taken keeps its own by a suffix.</summary>
    public static string Snake(string header)
    {
        var words = string.Concat(header.Select((c, i) =>
            char.IsUpper(c) && i > 0 && (char.IsLower(header[i - 1]) || (i + 1 < header.Length && char.IsLower(header[i + 1]) && char.IsLetter(header[i - 1]))) ? $"_{c}" : $"{c}"));
        var name = string.Join('_', string.Concat(words.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '_')).Split('_', StringSplitOptions.RemoveEmptyEntries));
        return CanonicalColumns.Customers.ContainsKey(name) || name.Length == 0 ? $"{name}_attribute" : name;
    }
}
