namespace Recommender.Core.Baskets.Rules;

/// <summary>Keeps the rules whose measure lies between two bounds, both included; a measure that has no number is out of bounds.</summary>
public sealed record RuleFilter(RuleMeasure Measure)
{
    /// <summary>The smallest value that is kept.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>The largest value that is kept.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>Whether a rule is kept.</summary>
    public bool Keeps(in RuleFigures figures)
    {
        var value = Measure.Of(figures);
        return value >= Minimum && value <= Maximum;
    }
}
