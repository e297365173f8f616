using Recommender.Core.Baskets.Itemsets;
using Recommender.Core.Datasets;

namespace Recommender.Core.Baskets.Bundles;

/// <summary>
/// Finds what to sell as one: itemsets whose every part is bought with the others more often than by chance, without two variants of one
/// thing and without substitutes, closed among those of the sizes asked for: where a further part would lose no basket, only the larger
/// bundle is proposed. Baskets are counted alike, whatever their weights.
/// </summary>
/// <remarks>
/// Of N baskets, n have all parts, n_i part i, a any part. P is the sum of the parts' prices, m that of their margins (price less cost),
/// D = P x discount.
/// <code>
/// success        = n / max n_i
/// bought anyway  = n / a                                  cannibalisation: P(all | any)
/// given away     = 1000 n/N D                             revenue, to those who buy all parts anyway
/// held already   = sum of m_i (n_i - n) / (a - n)         the margin of what baskets with some parts hold already; 0 where there are none
/// gain           = (m - D) - held already                 by one of these baskets that takes the whole bundle for the offer's sake
/// break-even     = D / gain                               the rise of joint purchases at which the offer pays; none where gain is not above 0
/// extra margin   = 1000 n/N (uplift x gain - D)
/// score          = (0.5 max(0, 1 - 1/lift) + 0.3 L) / 0.8, with L the lower end of the interval of success
/// </code>
/// Substitutes are two parts of which the share of one's baskets with the other is, with its whole 95 % interval, below the other's share
/// of all baskets.
/// </remarks>
public static class BundleFinder
{
    /// <summary>The best bundles of these baskets.</summary>
    public static BundleResult Find(BasketSet baskets, Catalogue facts, BundleOptions options, CancellationToken cancellationToken)
    {
        options.Check();
        var search = new BundleSearch(baskets, facts, options);
        var mining = new MiningOptions
        {
            Kind = ItemsetKind.Frequent,
            MinCount = options.MinCount,
            MaxLength = options.MaxItems,
            MaxItemsets = options.MaxItemsets,
            Memory = options.Memory,
            Time = options.Time,
            Threads = options.Threads,
            Progress = options.Progress,
        };
        var mined = ItemsetMiner.Mine(baskets, mining, search.Take, cancellationToken);
        return search.Result(mined.Cut);
    }
}
