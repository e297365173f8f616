using Recommender.Core.Baskets.CrossSell.Counting;

namespace Recommender.Core.Baskets.CrossSell;

/// <summary>
/// Makes a <see cref="CrossSellMatrix"/>: counts every pair, keeps those above the floor, chooses each anchor's best, and notes the pairs
/// that are rarer than popularity alone would make them.
/// </summary>
public sealed class CrossSellBuilder
{
    readonly BasketSet _baskets;
    readonly CrossSellOptions _options;
    readonly CancellationToken _cancellationToken;
    readonly PairLines _lines;
    readonly int[] _counts;   // baskets of each rank
    readonly double[] _sums;  // what they weigh; empty when all count alike

    CrossSellBuilder(BasketSet baskets, CrossSellOptions options, CancellationToken cancellationToken)
    {
        (_baskets, _options, _cancellationToken) = (baskets, options, cancellationToken);
        _lines = PairLines.Lay(baskets, PairLines.Order(baskets), options.Threads, cancellationToken);
        _counts = new int[_lines.Items];
        for (var rank = 0; rank < _counts.Length; rank++) _counts[rank] = _lines.BasketsOf(rank).Length;
        _sums = _lines.IsWeighted ? Sums() : [];
    }

    /// <summary>Builds the matrix; equal baskets and options give an equal matrix on any number of threads.</summary>
    public static CrossSellMatrix Build(BasketSet baskets, CrossSellOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        options.Check();
        if (baskets.Count == 0 || baskets.ItemCount == 0) throw new UserErrorException("There are no baskets to look for cross-selling in. Check the filters and the time window, or import data first.");

        CheckWeights(baskets);
        return new CrossSellBuilder(baskets, options, cancellationToken).Build(progress);
    }

    static void CheckWeights(BasketSet baskets)
    {
        var weights = baskets.Weights.Span;
        if (!weights.IsEmpty && weights.Length != baskets.Count) throw new ArgumentException($"{weights.Length} weights for {baskets.Count} baskets.", nameof(baskets));
        foreach (var weight in weights)
        {
            if (!(weight >= 0 && float.IsFinite(weight))) throw new UserErrorException($"A basket cannot weigh {weight}; weights are finite and 0 or more. Check the half-life of the decay.");
        }
    }

    CrossSellMatrix Build(IProgress<double>? progress)
    {
        var found = new PairGathering(_lines, (_counts, _sums), _baskets.Count, _options);
        found.Gather(progress, _cancellationToken);
        var table = found.Pairs.Mirror(_options.Threads, _cancellationToken);
        var choice = new PartnerChoice(table, _counts, _sums, _options);
        choice.Mark(_cancellationToken);
        var substitutes = new SubstituteChoice(found.Shortfalls.Mirror(_options.Threads, _cancellationToken), _counts, _baskets.Count, _options.Substitutes);
        var tables = new CrossSellTables
        {
            Baskets = _baskets.Count,
            TotalWeight = Total(),
            MinCount = _options.MinCount,
            Best = _options.Best,
            ItemCounts = ByItem(_counts),
            ItemSums = ByItem(_sums),
        };
        return new(substitutes.AddTo(choice.AddTo(tables, _lines.ByRank, found.Dropped), _lines.ByRank));
    }

    double[] Sums()
    {
        var sums = new double[_counts.Length];
        for (var rank = 0; rank < sums.Length; rank++)
        {
            foreach (var basket in _lines.BasketsOf(rank)) sums[rank] += _lines.Weights[basket];
        }
        return sums;
    }

    double Total()
    {
        if (!_lines.IsWeighted) return _baskets.Count;

        var total = 0.0;
        foreach (var weight in _lines.Weights) total += weight;
        return total;
    }

    T[] ByItem<T>(T[] byRank)
    {
        var byItem = new T[byRank.Length];
        for (var rank = 0; rank < byRank.Length; rank++) byItem[_lines.ByRank[rank]] = byRank[rank];
        return byItem;
    }
}
