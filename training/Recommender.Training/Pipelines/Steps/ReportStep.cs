using System.Text.Json.Nodes;
using Recommender.Core.Store;
using Recommender.Storage.Profiles;
using Recommender.Training.Pipelines.Documents;
using Recommender.Training.Views.Reports;

namespace Recommender.Training.Pipelines.Steps;

/// <summary>Writes the report that lies beside a version.</summary>
sealed class ReportStep(RunSetting setting, PipelineData data)
{
    /// <summary>The report's name in a version.</summary>
    public const string FileName = "report.html";

    Pipeline Pipeline => setting.Pipeline;

    /// <summary>Writes it into the folder of a version in the making.</summary>
    public void Write(string folder, VersionWork work, ModelManifest manifest, CancellationToken cancellationToken)
    {
        var (story, whole) = (TrainingStory.Read(work.Model.Path), data.Whole(cancellationToken));
        VersionReport.Write(Path.Combine(folder, FileName), new()
        {
            Manifest = manifest with { Model = Pipeline.ModelName },
            Snapshot = work.Snapshot.Manifest,
            Profile = SnapshotProfile.Read(work.Snapshot.Profile),
            Results = work.Chosen.Measured with { Trainers = [.. work.Candidates.Select(candidate => candidate.Result)] },
            Chosen = work.Candidates.Index().First(candidate => candidate.Item == work.Chosen).Index,
            View = Pipeline.DecisiveView,
            Metric = Pipeline.Decisive,
            Searches = work.Searches,
            Curve = story.Curve,
            Examples = story.Examples,
            Rules = work.Rules is { } rules ? StrongestRules.Of(JsonNode.Parse(File.ReadAllText(rules))!.AsObject(), whole.Items, whole.Catalogue) : [],
        });
    }
}
