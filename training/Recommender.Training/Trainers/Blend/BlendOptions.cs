using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Recommender.Training.Trainers.Blend;

/// <summary>What decides how members are weighed.</summary>
sealed record BlendOptions
{
    [Description("The members, joined by +, such as ease(half_life=120)+frequency; where none are named, the other trainers of the same command.")]
    public string Members { get; init; } = "";

    [Description("Whether a member with default options is also tried with others that look at what is recent; the weights decide.")]
    public bool Variants { get; init; } = true;

    [Description("Days of each validation slice; less where the data spans little."), Range(1.0, 3_650)]
    public double ValidationDays { get; init; } = 90;

    [Description("How many slices, each before the next; members are trained for each on what came before it."), Range(1, 12)]
    public int Slices { get; init; } = 3;

    [Description("Most passes over all weights with each size of step."), Range(1, 100)]
    public int Rounds { get; init; } = 4;

    [Description("Candidates weighed for a customer: the best items of all members, taken in turn."), Range(20, 10_000)]
    public int Candidates { get; init; } = 300;

    [Description("Standard errors by which a member that is not heard yet must help."), Range(0.0, 10)]
    public double Evidence { get; init; } = 2;

    [Description("Most customers asked in each slice, evenly chosen."), Range(1, 1_000_000)]
    public int Customers { get; init; } = 2_000;

    [Description("Megabytes of models kept for a second look while weights are learned; what is beyond is trained twice, with the same result."), Range(0, 1_048_576)]
    public int Memory { get; init; } = 2_048;
}
