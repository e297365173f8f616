using Recommender.Core.Evaluation.Intervals;

namespace Recommender.Core.Evaluation.Overlap;

/// <summary>Whose lists are laid beside one another.</summary>
public sealed record OverlapOptions
{
    /// <summary>The length of the lists.</summary>
    public int Length { get; init; } = 20;

    /// <summary>How many of the customers whose lists changed most are shown.</summary>
    public int Examples { get; init; } = 10;

    /// <summary>Where both models know more customers, so many stand for them all, evenly chosen.</summary>
    public int MostCustomers { get; init; } = 20_000;

    /// <summary>The interval, and how many cores everything may use.</summary>
    public BootstrapOptions Bootstrap { get; init; } = new();
}
