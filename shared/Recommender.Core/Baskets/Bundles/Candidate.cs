namespace Recommender.Core.Baskets.Bundles;

/// <summary>What is known of a bundle before it is counted how baskets share its parts.</summary>
readonly record struct Candidate(int Count, double Lift, BundleSuccess Success, BundleOffer Offer, BundleStock Stock)
{
    /// <summary>How well the parts go together.</summary>
    public double Score { get; } = BundleFigures.Score(Lift, Success);

    /// <summary>Where a bundle of this effect and reach stands.</summary>
    public BundleRank Rank(BundleSort sort, BundleEffect effect, int reach) => BundleRank.Of(sort switch
    {
        BundleSort.ExtraMargin => effect.ExtraMargin,
        BundleSort.Score => Score,
        BundleSort.Lift => Lift,
        BundleSort.Count => Count,
        BundleSort.Success => Success.Share,
        BundleSort.Margin => Offer.Margin,
        BundleSort.Price => Offer.Price,
        _ => reach,
    }, Score);
}
