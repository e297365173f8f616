using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Recommender.Training.Pipelines.Documents;

/// <summary>Which rules a version carries.</summary>
sealed record RulesSection
{
    [Description("Share of baskets that a rule stands in at least."), Range(0.0, 1.0)]
    public double MinSupport { get; init; } = 0.001;

    [Description("Least share of baskets with the one side that hold the other too."), Range(0.0, 1.0)]
    public double MinConfidence { get; init; } = 0.1;

    [Description("Items of the longest rule."), Range(2, 1_000)]
    public int MaxLength { get; init; } = 4;

    [Description("Largest share of false discoveries among the rules kept; 1 keeps all."), Range(0.0, 1.0)]
    public double MaxQ { get; init; } = 0.05;

    [Description("Rules kept, those of the highest lift first."), Range(1, 1_000_000)]
    public int Limit { get; init; } = 1_000;
}
