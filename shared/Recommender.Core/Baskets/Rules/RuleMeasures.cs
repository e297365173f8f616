namespace Recommender.Core.Baskets.Rules;

/// <summary>Every measure of a rule, one line each; n, nA, nB and nAB are those of <see cref="RuleCounts"/>.</summary>
public static class RuleMeasures
{
    /// <summary>In the order in which results show them. A number that is not finite is shown as null.</summary>
    public static IReadOnlyList<RuleMeasure> All { get; } =
    [
        new("count", f => f.Counts.Both),
        new("support", f => f.Counts.Support),
        new("confidence", f => f.Counts.Confidence),
        new("lift", f => f.Counts.Lift),
        new("leverage", f => Formulas.Leverage(f.Counts)),
        new("conviction", f => Formulas.Conviction(f.Counts)),
        new("zhang", f => Formulas.Zhang(f.Counts)),
        new("cosine", f => Formulas.Cosine(f.Counts)),
        new("jaccard", f => Formulas.Jaccard(f.Counts)),
        new("kulczynski", f => Formulas.Kulczynski(f.Counts)),
        new("imbalance", f => Formulas.Imbalance(f.Counts)) { IsSmallFirst = true },
        new("log_likelihood", f => Formulas.LogLikelihood(f.Counts)),
        new("expected", f => f.Expected) { NeedsChance = true },
        new("p", f => f.P) { NeedsChance = true, IsSmallFirst = true },
        new("q", f => f.Q) { NeedsChance = true, IsSmallFirst = true },
        new("antecedent_count", f => f.Counts.Antecedent),
        new("consequent_count", f => f.Counts.Consequent),
        new("antecedent_support", f => f.Counts.Antecedent / f.Counts.Baskets),
        new("consequent_support", f => f.Counts.Consequent / f.Counts.Baskets),
        new("support_low", f => Formulas.SupportInterval(f.Counts).Low),
        new("support_high", f => Formulas.SupportInterval(f.Counts).High),
        new("confidence_low", f => Formulas.ConfidenceInterval(f.Counts).Low),
        new("confidence_high", f => Formulas.ConfidenceInterval(f.Counts).High),
        new("lift_low", f => LiftInterval.Of(f.Counts).Low),
        new("lift_high", f => LiftInterval.Of(f.Counts).High),
        new("weighted_count", f => f.Weighted.Both) { NeedsWeights = true },
        new("weighted_support", f => f.Weighted.Support) { NeedsWeights = true },
        new("weighted_confidence", f => f.Weighted.Confidence) { NeedsWeights = true },
        new("weighted_lift", f => f.Weighted.Lift) { NeedsWeights = true },
    ];

    /// <summary>What is shown when nothing is named.</summary>
    public static IReadOnlyList<RuleMeasure> Usual { get; } =
        [.. All.Where(measure => measure.Name is "count" or "support" or "confidence" or "lift" or "lift_low" or "lift_high" or "expected" or "p" or "q")];

    /// <summary>The measure of this name; an unknown one is an error with the nearest known one.</summary>
    public static RuleMeasure Named(string name)
    {
        var known = All.Select(measure => measure.Name).ToArray();
        return All.FirstOrDefault(measure => measure.Name == name)
            ?? throw new UserErrorException($"'{name}' is not a measure of rules.{Suggestion.For(name, known)} Known are {string.Join(", ", known)}.");
    }
}
