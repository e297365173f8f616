namespace Recommender.Core.Evaluation;

/// <summary>One trainer of an evaluation: with which options, what it cost, and what its model achieved.</summary>
public sealed record TrainerResult
{
    /// <summary>The name of the trainer.</summary>
    public required string Trainer { get; init; }

    /// <summary>The options by which it trained.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>How long the training took.</summary>
    public required double Seconds { get; init; }

    /// <summary>The most memory that the process held while it trained, in MB.</summary>
    public required double PeakMegabytes { get; init; }

    /// <summary>What its model achieved.</summary>
    public required ModelEvaluation Evaluation { get; init; }
}
