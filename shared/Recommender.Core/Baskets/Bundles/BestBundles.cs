namespace Recommender.Core.Baskets.Bundles;

/// <summary>The best bundles so far. Which remain does not depend on the order in which they come.</summary>
sealed class BestBundles(int limit)
{
    readonly SortedSet<(BundleRank Rank, Bundle Bundle)> _best = new(Comparer<(BundleRank Rank, Bundle Bundle)>.Create(Compare));

    /// <summary>Whether a bundle of this rank may be among the best.</summary>
    public bool Admits(BundleRank rank) => _best.Count < limit || rank.Against(_best.Max.Rank) <= 0;

    public void Add(BundleRank rank, Bundle bundle)
    {
        _best.Add((rank, bundle));
        if (_best.Count > limit) _best.Remove(_best.Max);
    }

    public Bundle[] ToArray() => [.. _best.Select(entry => entry.Bundle)];

    // At equal rank the more frequent, then the one whose items come first.
    static int Compare((BundleRank Rank, Bundle Bundle) a, (BundleRank Rank, Bundle Bundle) b)
    {
        var order = a.Rank.Against(b.Rank);
        if (order == 0) order = b.Bundle.Count.CompareTo(a.Bundle.Count);
        for (var part = 0; order == 0 && part < Math.Min(a.Bundle.Items.Count, b.Bundle.Items.Count); part++) order = a.Bundle.Items[part].CompareTo(b.Bundle.Items[part]);
        return order != 0 ? order : a.Bundle.Items.Count.CompareTo(b.Bundle.Items.Count);
    }
}
