using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Factors;

/// <summary>Picks the purchases that speak for an item.</summary>
public static class Reasons
{
    /// <summary>The largest shares above zero, the strongest first, at most <paramref name="count"/>; a tie goes to the earlier entry.</summary>
    public static Reason[] Strongest(ReadOnlySpan<int> items, ReadOnlySpan<float> shares, int count)
    {
        var entries = new int[Math.Min(count, items.Length)];
        var best = new float[entries.Length];
        var found = TopK.Select(shares, entries, best);
        var reasons = new List<Reason>(found);
        for (var place = 0; place < found && best[place] > 0; place++) reasons.Add(new(items[entries[place]], best[place]));
        return [.. reasons];
    }
}
