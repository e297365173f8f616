using System.Text.Json.Nodes;
using Recommender.Training.Pipelines;

namespace Recommender.Training.Views;

/// <summary>A plan as the document that scripts read.</summary>
static class PlanJson
{
    public static JsonObject Of(RunSetting setting, IReadOnlyList<PlannedStep> plan) => new()
    {
        ["pipeline"] = setting.Pipeline.Name,
        ["steps"] = new JsonArray([.. plan.Select(step => (JsonNode)new JsonObject { ["step"] = step.Step, ["cached"] = step.IsDone, ["seconds"] = step.Seconds, ["mb"] = step.Megabytes, ["note"] = step.Note })]),
        ["seconds"] = plan.Sum(step => step.Seconds ?? 0),
        ["mb"] = plan.Max(step => step.Megabytes ?? 0),
    };
}
