using Recommender.Core.Evaluation;
using Recommender.Core.Store;
using Recommender.Storage.Profiles;
using Recommender.Storage.Snapshots;
using Recommender.Training.Trainers;

namespace Recommender.Training.Views.Reports;

/// <summary>Everything that the report of a version tells; what is empty or absent is left out or said to be missing.</summary>
sealed record ReportContent
{
    /// <summary>How the version was made, with its gates as they are set.</summary>
    public required ModelManifest Manifest { get; init; }

    /// <summary>What counts as one thing bought: item, category, family or brand.</summary>
    public string Level => Manifest.Level ?? "item";

    /// <summary>The snapshot that it learned from; null for research files.</summary>
    public SnapshotManifest? Snapshot { get; init; }

    /// <summary>The scan of that snapshot.</summary>
    public SnapshotProfile? Profile { get; init; }

    /// <summary>All that competed, measured on one cut of the data; null when nothing was measured.</summary>
    public EvaluationResult? Results { get; init; }

    /// <summary>Which of <see cref="Results"/> became the version.</summary>
    public int Chosen { get; init; }

    /// <summary>The view that decides.</summary>
    public string View { get; init; } = Core.Evaluation.Views.All;

    /// <summary>The metric that decides.</summary>
    public string Metric { get; init; } = "ndcg@20";

    /// <summary>What was searched, one entry a trainer.</summary>
    public IReadOnlyList<Search> Searches { get; init; } = [];

    /// <summary>Every epoch of the training; empty for trainers that solve their problem at once.</summary>
    public IReadOnlyList<EpochReport> Curve { get; init; } = [];

    /// <summary>What a few customers would be shown.</summary>
    public IReadOnlyList<ExampleCustomer> Examples { get; init; } = [];

    /// <summary>The strongest association rules.</summary>
    public IReadOnlyList<ReportRule> Rules { get; init; } = [];
}
