namespace Recommender.Engine.Pool.Trials;

/// <summary>What one version did during a trial.</summary>
/// <param name="Version">Its number; 0 where none is live.</param>
/// <param name="Answers">How many answers were reported.</param>
/// <param name="Failures">How many of them failed.</param>
/// <param name="Latency">The 95th percentile of how long they took.</param>
public sealed record TallyFigures(int Version, long Answers, long Failures, TimeSpan Latency)
{
    /// <summary>The share of answers that failed.</summary>
    public double FailureRate => Answers == 0 ? 0 : (double)Failures / Answers;
}
