using Recommender.Storage.Snapshots;
using Recommender.Training.Pipelines.Steps;
using Recommender.Training.Views.Reports;

namespace Recommender.Training.Pipelines;

/// <summary>What a run made of its data: who competed and won, the trained files, the rules, and how options were searched.</summary>
sealed record VersionWork(Candidate Chosen, Candidate? Baseline, StepFolder Model, string? Rules)
{
    /// <summary>Everything that competed.</summary>
    public required IReadOnlyList<Candidate> Candidates { get; init; }

    /// <summary>The searches, one a trainer that has ranges.</summary>
    public required IReadOnlyList<Search> Searches { get; init; }

    /// <summary>What all of it was made from.</summary>
    public required SnapshotFolder Snapshot { get; init; }
}
