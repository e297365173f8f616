using Recommender.Core.Datasets;

namespace Recommender.Core.Baskets;

/// <summary>Which items are variants of one thing, directly or by way of another, bought itself or not.</summary>
public sealed class VariantGroups
{
    readonly int[] _groups;   // of each item; empty where no item is a variant

    /// <summary>The groups of these items, by what is known of them.</summary>
    public VariantGroups(Catalogue facts, Vocabulary items)
    {
        if (facts.Variants.Count == 0)
        {
            _groups = [];
            return;
        }
        var parents = new List<int>(Enumerable.Range(0, items.Count));
        var unsold = new Dictionary<string, int>();
        for (var item = 0; item < items.Count; item++)
        {
            if (facts.Variants[item] is not { } original) continue;

            var other = items.Find(original);
            if (other < 0 && !unsold.TryGetValue(original, out other))
            {
                unsold[original] = other = parents.Count;
                parents.Add(other);
            }
            parents[Root(parents, item)] = Root(parents, other);
        }
        _groups = [.. Enumerable.Range(0, items.Count).Select(item => Root(parents, item))];
    }

    /// <summary>The group that each item belongs to; empty where no item is a variant.</summary>
    public ReadOnlyMemory<int> Groups => _groups;

    /// <summary>Whether two of these items are variants of one thing.</summary>
    public bool Repeats(ReadOnlySpan<int> items)
    {
        for (var one = 1; one < items.Length; one++)
        {
            if (Has(items[..one], items[one])) return true;
        }
        return false;
    }

    /// <summary>Whether an item is a variant of one of these, or that item itself.</summary>
    public bool Has(ReadOnlySpan<int> items, int item)
    {
        foreach (var other in items)
        {
            if (other == item || (_groups.Length > 0 && _groups[other] == _groups[item])) return true;
        }
        return false;
    }

    static int Root(List<int> parents, int at)
    {
        while (parents[at] != at) at = parents[at] = parents[parents[at]];
        return at;
    }
}
