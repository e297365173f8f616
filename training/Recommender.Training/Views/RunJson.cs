using System.Text.Json.Nodes;
using Recommender.Training.Pipelines;

namespace Recommender.Training.Views;

/// <summary>A run as the document that scripts read.</summary>
static class RunJson
{
    public static JsonObject Of(RunSetting setting, RunResult run) => new()
    {
        ["pipeline"] = setting.Pipeline.Name,
        ["run_id"] = run.RunId,
        ["model"] = run.Version.Manifest.Model,
        ["version"] = run.Version.Manifest.Version,
        ["promoted"] = run.Verdict.IsPromoted,
        ["alias"] = setting.Pipeline.Alias,
        ["refusal"] = run.Verdict.Refusal,
        ["trainer"] = run.Version.Manifest.Trainer,
        ["snapshot"] = run.Version.Manifest.Snapshot,
        ["matrix"] = run.Matrix is { } matrix ? new JsonObject { ["model"] = matrix.Manifest.Model, ["version"] = matrix.Manifest.Version } : null,
        ["steps"] = new JsonArray([.. run.Steps.Select(step => (JsonNode)new JsonObject { ["step"] = step.Step, ["cached"] = step.IsCached, ["seconds"] = step.Seconds })]),
        ["metrics"] = new JsonObject(run.Version.Manifest.Metrics?.Select(metric => KeyValuePair.Create(metric.Key, (JsonNode?)metric.Value)) ?? []),
        ["gates"] = new JsonArray([.. run.Verdict.Verdicts.Select(verdict => (JsonNode)new JsonObject { ["gate"] = verdict.Name, ["passed"] = verdict.Passed, ["sentence"] = verdict.Sentence })]),
        ["pruned"] = new JsonArray([.. run.Pruned.Select(version => (JsonNode)version)]),
    };
}
