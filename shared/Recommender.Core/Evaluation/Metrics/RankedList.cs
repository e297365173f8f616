namespace Recommender.Core.Evaluation.Metrics;

/// <summary>One person's list, best first, with what of it came true. Everything that a metric of one person may look at.</summary>
public readonly ref struct RankedList
{
    /// <summary>The items of the list; fewer than asked for when the model had no more to say.</summary>
    public required ReadOnlySpan<int> Items { get; init; }

    /// <summary>Whether the item of each rank is a target.</summary>
    public required ReadOnlySpan<bool> Hits { get; init; }

    /// <summary>What was to be found: at least one item.</summary>
    public required ReadOnlySpan<int> Targets { get; init; }

    /// <summary>The scores of all items, -∞ for those left out; only whole-ranking metrics look at them.</summary>
    public ReadOnlySpan<float> Scores { get; init; }

    /// <summary>How many items were left out of the ranking.</summary>
    public int LeftOut { get; init; }

    /// <summary>What is known of the items' sales; only metrics of the list itself look at it.</summary>
    public ListTraits? Traits { get; init; }

    /// <summary>The ranks, from 0, of the first <paramref name="cutoff"/>.</summary>
    public ReadOnlySpan<bool> HitsWithin(int cutoff) => Hits[..Math.Min(cutoff, Hits.Length)];

    /// <summary>The first <paramref name="cutoff"/> items.</summary>
    public ReadOnlySpan<int> ItemsWithin(int cutoff) => Items[..Math.Min(cutoff, Items.Length)];
}
