using Recommender.Core.Datasets;
using Recommender.Core.Evaluation.Drift;

namespace Recommender.Training.Drift;

/// <summary>What was bought after a version's data ended, and in as much time before it, with what the version knows of it.</summary>
sealed class FreshLines
{
    readonly Dataset _dataset;
    readonly int[] _known;   // by item: its number in the model, or -1

    public FreshLines(Dataset dataset, Vocabulary known, int end)
    {
        (_dataset, End) = (dataset, end);
        _known = [.. Enumerable.Range(0, dataset.Items.Count).Select(item => known.Find(dataset.Items.Utf8(item)))];
        After = [.. Lines(end, dataset.Now)];
        Before = [.. Lines(end - Minutes, end)];
    }

    /// <summary>Where the version's data ended, in minutes since 1970.</summary>
    public int End { get; }

    /// <summary>How long ago that was, by the end of the data.</summary>
    public int Minutes => Math.Max(0, _dataset.Now - End);

    /// <summary>Person and item of each line since then.</summary>
    public IReadOnlyList<(int Person, int Item)> After { get; }

    /// <summary>Person and item of each line in as much time before.</summary>
    public IReadOnlyList<(int Person, int Item)> Before { get; }

    /// <summary>Whether the version knows an item.</summary>
    public bool IsKnown(int item) => _known[item] >= 0;

    /// <summary>Both periods, with the items that the version knows.</summary>
    public IReadOnlyList<PeriodLine> KnownLines() =>
        [.. Before.Where(line => IsKnown(line.Item)).Select(line => new PeriodLine(line.Person, line.Item, IsAfter: false)),
            .. After.Where(line => IsKnown(line.Item)).Select(line => new PeriodLine(line.Person, line.Item, IsAfter: true))];

    IEnumerable<(int Person, int Item)> Lines(int from, int to)
    {
        var baskets = _dataset.Baskets;
        for (var customer = 0; customer < baskets.Customers; customer++)
        {
            for (var basket = baskets.CustomerStarts.Span[customer]; basket < baskets.CustomerStarts.Span[customer + 1]; basket++)
            {
                foreach (var item in ItemsOf(basket, from, to)) yield return (customer, item);
            }
        }
        for (var basket = baskets.Named; basket < baskets.Count; basket++)
        {
            foreach (var item in ItemsOf(basket, from, to)) yield return (baskets.Customers + basket - baskets.Named, item);
        }
    }

    int[] ItemsOf(int basket, int from, int to)
    {
        var time = _dataset.Baskets.Times.Span[basket];
        return time >= from && time < to ? _dataset.Baskets.ItemsOf(basket).ToArray() : [];
    }
}
