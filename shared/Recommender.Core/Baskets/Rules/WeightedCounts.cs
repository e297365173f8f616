namespace Recommender.Core.Baskets.Rules;

/// <summary>
/// The counts of a rule with each basket counted by its weight, so that support, confidence and lift speak of recent baskets; p and q stay
/// those of the plain counts, since a part of a basket is no outcome of chance. For one thread.
/// </summary>
sealed class WeightedCounts(BasketSet baskets, CommonBaskets common)
{
    readonly double _total = Sum(baskets.Weights.Span);

    /// <summary>The weighted counts of a rule; <paramref name="all"/> are both its sides, ascending.</summary>
    public RuleCounts Of(ReadOnlySpan<int> antecedent, ReadOnlySpan<int> consequent, ReadOnlySpan<int> all) =>
        new(_total, Of(antecedent), Of(consequent), Of(all));

    double Of(ReadOnlySpan<int> items)
    {
        var weights = baskets.Weights.Span;
        var sum = 0.0;
        foreach (var basket in common.Of(items)) sum += weights[basket];
        return sum;
    }

    static double Sum(ReadOnlySpan<float> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights) sum += weight;
        return sum;
    }
}
