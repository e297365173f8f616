namespace Recommender.Core.Baskets.Rules;

/// <summary>A rule as it is kept by the million: an itemset, and which of its items stand on the right.</summary>
/// <param name="Itemset">The node of both sides together.</param>
/// <param name="Consequent">Bit i is item i of the itemset.</param>
/// <param name="Both">Baskets with both sides.</param>
/// <param name="AntecedentCount">Baskets with the left side.</param>
/// <param name="ConsequentCount">Baskets with the right side.</param>
readonly record struct RuleCandidate(int Itemset, ulong Consequent, int Both, int AntecedentCount, int ConsequentCount)
{
    /// <summary>nAB / nA</summary>
    public double Confidence => (double)Both / AntecedentCount;
}
