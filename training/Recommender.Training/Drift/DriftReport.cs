using Recommender.Core.Store;

namespace Recommender.Training.Drift;

/// <summary>What became of a version since its data ended.</summary>
sealed record DriftReport(ModelManifest Manifest, string Dataset, string Snapshot, DateTime From, DateTime To, IReadOnlyList<DriftCheck> Checks)
{
    /// <summary>Drifted when any check says so; too little data only when all do.</summary>
    public DriftVerdict Verdict => Checks.Any(check => check.Verdict == DriftVerdict.Drifted) ? DriftVerdict.Drifted
        : Checks.All(check => check.Verdict == DriftVerdict.TooLittleData) ? DriftVerdict.TooLittleData
        : DriftVerdict.Ok;

    /// <summary>What was examined: the same version and data give the same report.</summary>
    public string Examined => $"{Manifest.Model}@{Manifest.Version} {Snapshot}";

    /// <summary>The reasons in one line; empty when nothing drifted.</summary>
    public string Reason => string.Join("; ", Checks.Where(check => check.Verdict == DriftVerdict.Drifted).Select(check => $"{check.Name}: {check.Sentence}"));
}
