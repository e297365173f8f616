namespace Recommender.Core.Evaluation.Intervals;

/// <summary>How intervals are found.</summary>
public sealed record BootstrapOptions
{
    /// <summary>How often the persons are drawn anew.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>Decides the draws.</summary>
    public int Seed { get; init; } = 17;

    /// <summary>How many cores; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
