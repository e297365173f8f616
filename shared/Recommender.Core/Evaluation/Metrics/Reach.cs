namespace Recommender.Core.Evaluation.Metrics;

/// <summary>What all lists together make of the catalogue. It counts how often each item was recommended.</summary>
sealed class Reach(int items)
{
    readonly int[] _counts = new int[items];

    /// <summary>Counts a list.</summary>
    public void Add(ReadOnlySpan<int> list)
    {
        foreach (var item in list) _counts[item]++;
    }

    /// <summary>Adds what another has counted.</summary>
    public void Add(Reach other)
    {
        for (var item = 0; item < _counts.Length; item++) _counts[item] += other._counts[item];
    }

    /// <summary>The share of the items that stand in at least one list.</summary>
    public double Coverage() => (double)_counts.Count(count => count > 0) / _counts.Length;

    /// <summary>
    /// The Gini coefficient of how often each item is recommended, never included: 0 when all equally often, near 1 when always the
    /// same few. Σ (2i - n - 1) x(i) / (n Σ x) over the counts x in ascending order, i from 1 to n.
    /// </summary>
    public double Gini()
    {
        var sorted = (int[])_counts.Clone();
        Array.Sort(sorted);
        var (weighted, total) = (0.0, 0.0);
        for (var place = 0; place < sorted.Length; place++)
        {
            weighted += (2.0 * (place + 1) - sorted.Length - 1) * sorted[place];
            total += sorted[place];
        }
        return total == 0 ? 0 : weighted / (sorted.Length * total);
    }
}
