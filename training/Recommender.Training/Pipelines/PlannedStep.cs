namespace Recommender.Training.Pipelines;

/// <summary>One step of a plan: whether it was done before, and about what it will take; null where nothing is known yet.</summary>
sealed record PlannedStep(string Step, bool IsDone, double? Seconds, double? Megabytes)
{
    /// <summary>Where the estimate comes from, or why the step cannot be told yet.</summary>
    public string Note { get; init; } = "";
}
