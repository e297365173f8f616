namespace Recommender.Core.Baskets.Rules;

/// <summary>A measure of a rule: its name and how it is computed.</summary>
public sealed record RuleMeasure(string Name, Func<RuleFigures, double> Of)
{
    /// <summary>Whether the null model must have been fitted.</summary>
    public bool NeedsChance { get; init; }

    /// <summary>Whether it is computed from the weighted counts.</summary>
    public bool NeedsWeights { get; init; }

    /// <summary>Whether small is good, so that sorting by it puts the smallest first.</summary>
    public bool IsSmallFirst { get; init; }
}
