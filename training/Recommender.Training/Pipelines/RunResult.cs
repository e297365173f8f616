using Recommender.Core.Store;
using Recommender.Training.Pipelines.Steps;

namespace Recommender.Training.Pipelines;

/// <summary>What a run came to.</summary>
sealed record RunResult(string RunId, SealedFolder Version, RunVerdict Verdict, IReadOnlyList<StepReport> Steps)
{
    /// <summary>Everything that competed, as it was measured.</summary>
    public required IReadOnlyList<Candidate> Candidates { get; init; }

    /// <summary>The one that won.</summary>
    public required Candidate Chosen { get; init; }

    /// <summary>The cross-sell matrix; null when none was asked for.</summary>
    public SealedFolder? Matrix { get; init; }

    /// <summary>Versions that were removed since newer ones are enough.</summary>
    public IReadOnlyList<int> Pruned { get; init; } = [];
}
