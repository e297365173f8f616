namespace Recommender.Core.Baskets.CrossSell;

/// <summary>What affinity is made of: (w1 L + w2 C + w3 S) / (w1 + w2 + w3).</summary>
/// <param name="Lift">w1, of L = max(0, 1 - 1 / lift): the share of the joint baskets that popularity does not explain.</param>
/// <param name="Confidence">w2, of C, the confidence.</param>
/// <param name="Support">w3, of S, the support by that of the most frequent pair.</param>
public sealed record AffinityWeights(double Lift = 0.5, double Confidence = 0.3, double Support = 0.2)
{
    internal double Sum => Lift + Confidence + Support;
}
