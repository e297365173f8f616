using Recommender.Core.Baskets.Chance;

namespace Recommender.Core.Baskets.Rules;

/// <summary>Expected count and p of rules: a pair over all baskets, a longer rule over those with its antecedent. For one thread.</summary>
sealed class RuleChance(SizePopularityNull chance, CommonBaskets common, int[] sizeClasses)
{
    readonly GivenAntecedent _given = new(chance, sizeClasses);

    /// <summary>What a rule of these sides is by chance.</summary>
    public (double Expected, double P) Of(ReadOnlySpan<int> antecedent, ReadOnlySpan<int> consequent, int both)
    {
        if (antecedent.Length == 1 && consequent.Length == 1)
        {
            var pair = chance.Expected(antecedent[0], consequent[0]);
            return (pair, PoissonTail.Upper(both, pair));
        }
        var with = common.Of(antecedent);
        var expected = _given.Expected(antecedent, consequent, with);
        return (expected, BinomialTail.Upper(both, expected, with.Length));
    }
}
