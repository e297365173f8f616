namespace Recommender.Engine.Pool.Trials;

/// <summary>Decides whether a candidate is clearly worse than the version that is live.</summary>
static class Verdict
{
    const int FewestToFail = 20;
    const double Deviations = 4;   // the rates are compared at every look, so a difference must be far beyond chance

    /// <summary>The rule in words.</summary>
    public static string Rule(TrialOptions options) =>
        $"The candidate is stopped when, after {FewestToFail} answers of both versions, it fails more often by {Deviations} standard deviations, "
        + $"or when, after {options.FewestAnswers}, its 95th percentile of latency is over {options.WorstLatency} times the live version's.";

    /// <summary>What speaks against the candidate; null for nothing.</summary>
    public static string? Against(TallyFigures candidate, TallyFigures live, TrialOptions options)
    {
        var fewest = Math.Min(candidate.Answers, live.Answers);
        if (fewest >= FewestToFail && Difference(candidate, live) >= Deviations)
            return $"Version {candidate.Version} was stopped: {candidate.FailureRate:P1} of its {candidate.Answers} answers failed, of version {live.Version}'s {live.Answers} it was {live.FailureRate:P1}.";

        return fewest >= options.FewestAnswers && candidate.Latency > options.WorstLatency * live.Latency
            ? $"Version {candidate.Version} was stopped: 95 % of its {candidate.Answers} answers took up to {candidate.Latency.TotalMilliseconds:0.000} ms, of version {live.Version}'s {live.Answers} up to {live.Latency.TotalMilliseconds:0.000} ms."
            : null;
    }

    // z = (p1 - p2) / sqrt(p (1 - p) (1/n1 + 1/n2)), p over both
    static double Difference(TallyFigures candidate, TallyFigures live)
    {
        var both = (double)(candidate.Failures + live.Failures) / (candidate.Answers + live.Answers);
        var deviation = Math.Sqrt(both * (1 - both) * (1.0 / candidate.Answers + 1.0 / live.Answers));
        return deviation > 0 ? (candidate.FailureRate - live.FailureRate) / deviation : 0;
    }
}
