namespace Recommender.Engine.Pool.Trials;

/// <summary>How a trial goes.</summary>
public sealed record TrialStatus
{
    /// <summary>The shop.</summary>
    public required string Tenant { get; init; }

    /// <summary>The model.</summary>
    public required string Model { get; init; }

    /// <summary>What was asked for.</summary>
    public required TrialOptions Options { get; init; }

    /// <summary>What the version that is live did during the trial.</summary>
    public required TallyFigures Production { get; init; }

    /// <summary>What the candidate did.</summary>
    public required TallyFigures Candidate { get; init; }

    /// <summary>The share of items that a shadow's lists have in common with those answered; NaN before the first.</summary>
    public required double Overlap { get; init; }

    /// <summary>Questions that a shadow was not asked because too many were waiting.</summary>
    public required long LeftOut { get; init; }

    /// <summary>Why it was stopped; null while it runs.</summary>
    public required string? Stopped { get; init; }

    /// <summary>The rule that stops it, in words.</summary>
    public required string Rule { get; init; }
}
