namespace Recommender.Core.Evaluation.Gates;

/// <summary>The version that an alias points at, as a rival of the one that wants to go live.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Evaluation">What its recipe achieved on the candidate's data and cut, as the first trainer; null when that is not known.</param>
public sealed record GateRival(int Version, EvaluationResult? Evaluation)
{
    /// <summary>Why nothing is known of it.</summary>
    public string? Obstacle { get; init; }
}
