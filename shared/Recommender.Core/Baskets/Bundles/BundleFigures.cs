using Recommender.Core.Baskets.Chance;

namespace Recommender.Core.Baskets.Bundles;

/// <summary>The figures of a bundle that follow from how often its parts are bought; see <see cref="BundleFinder"/>.</summary>
sealed class BundleFigures
{
    // As in the affinity of two items, without the part of the support.
    const double LiftWeight = 0.5;
    const double SuccessWeight = 0.3;

    // For so many baskets money is stated.
    const double Per = 1000;

    readonly int _baskets;
    readonly int[] _counts;
    readonly ItemMoney _money;
    readonly double _uplift;

    public BundleFigures(BasketSet baskets, ItemMoney money, BundleOptions options)
    {
        (_baskets, _money, _uplift) = (baskets.Count, money, options.Uplift / 100);
        _counts = new int[baskets.ItemCount];
        for (var item = 0; item < _counts.Length; item++) _counts[item] = baskets.ItemBaskets.RowCount(item);
    }

    /// <summary>How well parts of this lift and success go together, 0 to 1.</summary>
    public static double Score(double lift, BundleSuccess success) =>
        (LiftWeight * Math.Max(0, 1 - 1 / lift) + SuccessWeight * success.Low) / (LiftWeight + SuccessWeight);

    /// <summary>The share of so many baskets.</summary>
    public double Share(int count) => (double)count / _baskets;

    /// <summary>Lift over independence.</summary>
    public double Lift(ReadOnlySpan<int> items, int count)
    {
        var lift = Share(count);
        foreach (var item in items) lift /= Share(_counts[item]);
        return lift;
    }

    /// <summary>The share of the lead's baskets with all parts; of several most frequent items the first leads.</summary>
    public BundleSuccess Success(ReadOnlySpan<int> items, int count)
    {
        var lead = items[0];
        foreach (var item in items) lead = _counts[item] > _counts[lead] ? item : lead;
        var (low, high) = Wilson.Of(count, _counts[lead]);
        return new(lead, (double)count / _counts[lead], low, high);
    }

    /// <summary>
    /// The effect and the reach that an offer has at best, as far as the counts of its parts tell. The most baskets with any part there are
    /// if no basket has some of several parts but not all, the fewest if every basket has the lead.
    /// </summary>
    public (BundleEffect Effect, int Reach) Best(ReadOnlySpan<int> items, int count, BundleOffer offer)
    {
        var (sum, fewest) = (-(long)(items.Length - 1) * count, 0);
        foreach (var item in items) (sum, fewest) = (sum + _counts[item], Math.Max(fewest, _counts[item]));
        var most = (int)Math.Min(sum, _baskets);
        return (Effect(items, count, Held(items, count) >= 0 ? most : fewest, offer), most - count);
    }

    /// <summary>Whether one item clearly keeps the other out of the basket.</summary>
    public bool AreSubstitutes(int one, int other, int both)
    {
        var (rarer, usual) = (Math.Min(one, other), Math.Max(one, other));
        return Wilson.Of(both, rarer).High < Share(usual);
    }

    /// <summary>What the offer does where <paramref name="any"/> baskets have any part.</summary>
    public BundleEffect Effect(ReadOnlySpan<int> items, int count, int any, BundleOffer offer)
    {
        var joint = Per * Share(count);
        var (boughtAnyway, givenAway) = ((double)count / any, joint * offer.Reduction);
        if (offer.Margin is not { } margin || offer.Reduction is not { } reduction) return new(boughtAnyway, givenAway, null, null);

        var gain = margin - (any == count ? 0 : Held(items, count) / (any - count));
        return new(boughtAnyway, givenAway, reduction == 0 ? 0 : gain > 0 ? 100 * reduction / gain : null, joint * (_uplift * gain - reduction));
    }

    // The margin of all that baskets with some parts hold of them; NaN where one is unknown.
    double Held(ReadOnlySpan<int> items, int count)
    {
        var held = 0.0;
        foreach (var item in items) held += _money.Margin(item) * (_counts[item] - count);
        return held;
    }
}
