namespace Recommender.Training.Scheduling;

/// <summary>What one attempt of a run says when it has ended; null is what it did not say.</summary>
sealed record RunOutcome(RunEnd End, string? Message = null)
{
    public string? RunId { get; init; }

    public string? Model { get; init; }

    public int? Version { get; init; }

    public int? ExitCode { get; init; }

    /// <summary>The version and the data that were examined for drift.</summary>
    public string? Examined { get; init; }
}
