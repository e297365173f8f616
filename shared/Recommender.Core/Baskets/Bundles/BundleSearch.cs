using Recommender.Core.Baskets.Itemsets;
using Recommender.Core.Datasets;

namespace Recommender.Core.Baskets.Bundles;

/// <summary>
/// Judges itemsets as they are found and keeps the best. How baskets share the parts is counted only for those that could still be among
/// the best: the counts of the parts alone bound what it can bring.
/// </summary>
sealed class BundleSearch
{
    readonly BundleFigures _figures;
    readonly BundleOptions _options;
    readonly ItemMoney _money;
    readonly VariantGroups _variants;
    readonly PartOverlap _overlap;
    readonly BestBundles _best;
    readonly Vocabulary _names;
    readonly Func<int, int, int, bool> _areSubstitutes;
    readonly double _least;   // what rounding may take from a lift is left to it
    long _considered;
    long _ofVariants;
    long _belowFloor;

    public BundleSearch(BasketSet baskets, Catalogue facts, BundleOptions options)
    {
        (_options, _names, _least) = (options, baskets.Items, options.MinLift * (1 - 1e-12));
        _money = new(facts, baskets.ItemCount, options);
        _figures = new(baskets, _money, options);
        _areSubstitutes = _figures.AreSubstitutes;
        _variants = new(facts, baskets.Items);
        _overlap = new(baskets);
        _best = new(options.Limit);
    }

    /// <summary>Looks at some itemsets.</summary>
    public void Take(ItemsetBlock block)
    {
        for (var itemset = 0; itemset < block.Count; itemset++)
        {
            var items = block.ItemsOf(itemset);
            if (items.Length >= 2) Consider(items, block.Counts.Span[itemset]);
        }
    }

    public BundleResult Result(string? cut) => new(_best.ToArray(), _considered, _ofVariants, _belowFloor, cut);

    void Consider(ReadOnlySpan<int> items, int count)
    {
        _considered++;
        var lift = _figures.Lift(items, count);
        if (lift < _least) return;
        if (_variants.Repeats(items))
        {
            _ofVariants++;
            return;
        }
        if (_money.Offer(items) is not { } offer)
        {
            _belowFloor++;
            return;
        }
        var stock = _money.Stock(items);
        if (stock.Bundles < _options.MinStock) return;

        var candidate = new Candidate(count, lift, _figures.Success(items, count), offer, stock);
        var (best, reach) = _figures.Best(items, count, offer);
        if (_best.Admits(candidate.Rank(_options.Sort, best, reach))) Examine(items, candidate);
    }

    void Examine(ReadOnlySpan<int> items, Candidate candidate)
    {
        _overlap.Count(items);
        var link = _overlap.WeakestLink();
        if (link < _least || _overlap.HasPair(_areSubstitutes)) return;

        var effect = _figures.Effect(items, candidate.Count, _overlap.Any, candidate.Offer);
        var rank = candidate.Rank(_options.Sort, effect, _overlap.Reach.Baskets);
        if (!_best.Admits(rank)) return;

        // Where another part would lose no basket, the larger bundle is looked at as well.
        var parts = items.ToArray();
        if (parts.Length < _options.MaxItems && _overlap.HasCompanion(item => !_variants.Has(parts, item))) return;

        _best.Add(rank, new()
        {
            Id = BundleId.Of(items, _names),
            Items = parts,
            Count = candidate.Count,
            Support = _figures.Share(candidate.Count),
            Lift = candidate.Lift,
            WeakestLink = link,
            Success = candidate.Success,
            Score = candidate.Score,
            Offer = candidate.Offer,
            Stock = candidate.Stock,
            Effect = effect,
            Reach = _overlap.Reach,
        });
    }
}
