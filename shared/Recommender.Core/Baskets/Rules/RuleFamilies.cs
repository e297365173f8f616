namespace Recommender.Core.Baskets.Rules;

/// <summary>
/// How many rules could have been tested. Those of k items are a family: every choice of k items that stand in enough baskets each (what an
/// item counts is no outcome of the null but its margin), and every side that they could stand on, found or not. The families share the
/// false discoveries: half for pairs, a quarter for three items, and so on, the last one takes what is left.
/// </summary>
sealed class RuleFamilies(RuleOptions options, int frequentItems)
{
    readonly double[] _factors = [.. Enumerable.Range(0, ItemsetTree.Longest + 1).Select(length => Factor(length, options, frequentItems))];

    /// <summary>What the p of a rule of so many items is multiplied by: the family's hypotheses over its part.</summary>
    public double this[int length] => _factors[length];

    static double Factor(int length, RuleOptions options, int items)
    {
        if (length < 2 || length > items) return 1;

        var (sets, sides, choices) = (1.0, 0.0, 1.0);
        for (var k = 1; k <= length; k++) sets *= (items - length + (double)k) / k;
        for (var k = 1; k <= Math.Min(options.MaxConsequent, length - 1); k++)
        {
            choices *= (length - k + 1.0) / k;
            sides += choices;
        }
        var halvings = length == Math.Min(options.MaxLength, items) ? length - 2 : length - 1;
        return sets * sides * Math.Pow(2, halvings);
    }
}
