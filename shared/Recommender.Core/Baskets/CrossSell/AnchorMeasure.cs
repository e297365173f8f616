namespace Recommender.Core.Baskets.CrossSell;

/// <summary>The measures of one anchor's pairs under one query: what does not change from partner to partner is worked out once.</summary>
readonly ref struct AnchorMeasure
{
    readonly CrossSellQuery _query;
    readonly ReadOnlySpan<int> _counts;
    readonly ReadOnlySpan<double> _sums;
    readonly double _anchor;    // baskets of the anchor, n(A)
    readonly double _total;     // all baskets, N
    readonly double _largest;   // baskets of the most frequent pair
    readonly double _scale;     // 1 / (w1 + w2 + w3)

    public AnchorMeasure(CrossSellMatrix matrix, int anchor, CrossSellQuery query)
    {
        var tables = matrix.Tables;
        (_query, _scale) = (query, 1 / query.Weights.Sum);
        _counts = tables.ItemCounts.Span;
        _sums = tables.ItemSums.Span;
        (_total, _largest) = query.IsDecayed ? (tables.TotalWeight, matrix.LargestSum) : (tables.Baskets, matrix.LargestPair);
        _anchor = CountOf(anchor);
        MinCount = query.IsDecayed ? query.MinCount : Math.Max(query.MinCount, (int)Math.Min(int.MaxValue, Math.Floor(query.MinSupport * _total)));
    }

    /// <summary>A pair in fewer baskets does not pass.</summary>
    public int MinCount { get; }

    /// <summary>
    /// Of n baskets with both of N, n(A) with the anchor and n(B) with the partner: support n / N, confidence n / n(A), lift n N / (n(A) n(B)).
    /// </summary>
    public CrossSellMatch Of(int partner, int count, double n)
    {
        var other = CountOf(partner);
        var (confidence, reverse) = (n > 0 ? n / _anchor : 0, n > 0 ? n / other : 0);
        var lift = confidence > 0 ? reverse * _total / _anchor : 0;
        var affinity = _query.Weights.Lift * (lift > 1 ? 1 - 1 / lift : 0)
            + _query.Weights.Confidence * (_query.IsSymmetric ? (confidence + reverse) / 2 : confidence)
            + _query.Weights.Support * (n > 0 ? n / _largest : 0);
        return new(partner, count, affinity * _scale, n > 0 ? n / _total : 0, confidence, reverse, lift);
    }

    public bool Passes(in CrossSellMatch match) => match.Support >= _query.MinSupport && match.Lift >= _query.MinLift
        && (_query.IsSymmetric ? (match.Confidence + match.ReverseConfidence) / 2 : match.Confidence) >= _query.MinConfidence;

    double CountOf(int item) => _query.IsDecayed ? _sums[item] : _counts[item];
}
