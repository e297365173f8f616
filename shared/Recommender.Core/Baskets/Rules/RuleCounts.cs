namespace Recommender.Core.Baskets.Rules;

/// <summary>What a rule's measures are computed from: baskets, or their weights where older baskets count less.</summary>
/// <param name="Baskets">n, all baskets.</param>
/// <param name="Antecedent">nA, those with the antecedent.</param>
/// <param name="Consequent">nB, those with the consequent.</param>
/// <param name="Both">nAB, those with both.</param>
public readonly record struct RuleCounts(double Baskets, double Antecedent, double Consequent, double Both)
{
    /// <summary>nAB / n</summary>
    public double Support => Both / Baskets;

    /// <summary>nAB / nA</summary>
    public double Confidence => Both / Antecedent;

    /// <summary>nAB n / (nA nB)</summary>
    public double Lift => Both * Baskets / (Antecedent * Consequent);
}
