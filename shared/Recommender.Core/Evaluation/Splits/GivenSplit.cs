using Recommender.Core.Datasets;

namespace Recommender.Core.Evaluation.Splits;

/// <summary>
/// The cut that somebody else made: the data set is the training part as it is, and <paramref name="Test"/> holds the targets, with
/// customers and items matched by their ids.
/// </summary>
public sealed record GivenSplit(Dataset Test) : Split
{
    /// <inheritdoc/>
    public override bool IsRandom => false;

    /// <inheritdoc/>
    public override Fold Cut(Dataset dataset, CancellationToken cancellationToken)
    {
        var items = Matched(Test.Items, dataset.Items);
        var customers = Matched(Test.Customers, dataset.Customers);
        var found = Enumerable.Range(0, customers.Length).Where(customer => customers[customer] >= 0).OrderBy(customer => customers[customer]);
        var pairs = Test.CustomerItems(Weighting.Plain, new() { CancellationToken = cancellationToken });
        var targets = new SparseRowsBuilder(hasValues: Test.Ratings is not null);
        var cases = new List<int>();
        foreach (var customer in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddTargets(targets, customer, pairs.RowIndices(customer), items);
            if (targets.Pending == 0) continue;

            targets.EndRow();
            cases.Add(customers[customer]);
        }
        if (cases.Count == 0) throw new UserErrorException($"No customer of '{Test.Name}' has an item that '{dataset.Name}' knows. Ids must be written the same way in both files.");

        return new(dataset, new()
        {
            Customers = cases,
            HistoryOf = place => dataset.Baskets.Of(cases[place]),
            Targets = targets.Build(dataset.Items.Count),
            Names = dataset.Customers.Select([.. cases]),
            Moments = [.. Enumerable.Repeat(dataset.Now, cases.Count)],
        });
    }

    /// <inheritdoc/>
    public override string ToString() => $"given:{Test.Hash}";

    void AddTargets(SparseRowsBuilder targets, int customer, ReadOnlySpan<int> bought, int[] items)
    {
        var ratings = Test.Ratings;
        var row = new List<(int Item, float Rating)>();
        foreach (var item in bought)
        {
            if (items[item] < 0) continue;

            var entry = ratings is null ? -1 : ratings.RowIndices(customer).BinarySearch(item);
            row.Add((items[item], entry < 0 || ratings is null ? float.NaN : ratings.IsBinary ? 1 : ratings.RowValues(customer)[entry]));
        }
        foreach (var (item, rating) in row.OrderBy(target => target.Item)) targets.Add(item, rating);
    }

    static int[] Matched(Vocabulary names, Vocabulary known)
    {
        var found = new int[names.Count];
        for (var entry = 0; entry < found.Length; entry++) found[entry] = known.Find(names.Utf8(entry));
        return found;
    }
}
