using System.ComponentModel.DataAnnotations;
using Recommender.Core;

namespace Recommender.Engine.Pool.Trials;

/// <summary>How a candidate is tried on the traffic of the version that is live.</summary>
public sealed record TrialOptions
{
    /// <summary>The alias of the candidate.</summary>
    public string Alias { get; init; } = "candidate";

    /// <summary>Whether the candidate is only asked beside the live version, and never answers.</summary>
    public bool IsShadow { get; init; }

    /// <summary>The share of visitors who take part, 0 to 1.</summary>
    [Range(0, 1)]
    public double Share { get; init; } = 0.05;

    /// <summary>Decides with the visitor's name who takes part: the same visitors while it stays, others when it changes.</summary>
    public string Salt { get; init; } = "";

    /// <summary>The answers that both versions must have given before their latency is compared.</summary>
    [Range(20, 1_000_000)]
    public int FewestAnswers { get; init; } = 200;

    /// <summary>How many times the 95th percentile of the live version's latency the candidate's may be.</summary>
    [Range(1.1, 100)]
    public double WorstLatency { get; init; } = 1.5;

    /// <summary>How many questions may wait for a shadow; the rest is left out.</summary>
    [Range(1, 100_000)]
    public int Queue { get; init; } = 256;

    internal void Check()
    {
        Demand(Share is >= 0 and <= 1, nameof(Share), Share, "0 to 1");
        Demand(FewestAnswers is >= 20 and <= 1_000_000, nameof(FewestAnswers), FewestAnswers, "20 to 1000000");
        Demand(WorstLatency is >= 1.1 and <= 100, nameof(WorstLatency), WorstLatency, "1.1 to 100");
        Demand(Queue is >= 1 and <= 100_000, nameof(Queue), Queue, "1 to 100000");
    }

    static void Demand(bool holds, string option, object value, string rule)
    {
        if (!holds) throw new UserErrorException($"The trial's {option} is {value}; it must be {rule}.");
    }
}
