using System.Text.Json;
using Recommender.Core.Store;
using Recommender.Worker.Access;
using Recommender.Worker.Api;
using Recommender.Worker.Problems;

namespace Recommender.Worker.Models;

/// <summary>GET models/{name}/compare?a=7&amp;b=8: the stored figures of two versions side by side.</summary>
static class CompareVersions
{
    public static Endpoint Endpoint { get; } = new("GET", $"{ApiRoutes.Root}/models/{{name}}/compare", Answer)
    {
        Name = "compare-versions",
        Group = "Models",
        Summary = "Two versions side by side",
        Text = "The figures that each version's recipe achieved on its test part, as they are stored. Where `same_data` is false the two were measured on different data, and their difference says nothing; `recommender compare` measures both anew, with intervals.",
        Scope = Scope.Admin,
        Parameters =
        [
            Parameter.Path("name", "The model.", "beauty"),
            Parameter.Query("a", Schema.Text("A version by number or alias; without it what is live.")) with { Example = "1" },
            Parameter.Query("b", Schema.Text("The one that is held against it; without it the newest.")) with { Example = "1" },
        ],
        Answered = Schema.Object(null,
            ("model", Schema.Id()), ("a", Schema.Count()), ("b", Schema.Count()),
            ("same_data", Schema.Flag("Whether both learned from the same data, cut in the same way.")),
            ("metrics", Schema.List("Figure by figure.", Schema.Object(null, ("metric", Schema.Text()), ("a?", Schema.Number()), ("b?", Schema.Number()), ("difference?", Schema.Number("b less a.")))))),
        Refusals = [ProblemCode.NotFound],
    };

    static Task Answer(ApiCall call)
    {
        var (model, keys) = (ModelLookup.Model(call), call.Keys);
        var a = ModelLookup.Version(model, Which(call, "a") ?? Live(model), ("a", "query")).Manifest;
        var b = ModelLookup.Version(model, Which(call, "b") ?? $"{model.Versions[^1]}", ("b", "query")).Manifest;
        var buffer = AnswerBuffer.Take();
        var json = buffer.Json;
        json.WriteStartObject();
        json.WriteString(Keys.Model.In(keys), model.Name);
        json.WriteNumber(ModelKeys.A.In(keys), a.Version!.Value);
        json.WriteNumber(ModelKeys.B.In(keys), b.Version!.Value);
        json.WriteBoolean(ModelKeys.SameData.In(keys), a.Snapshot == b.Snapshot && a.Split == b.Split);
        json.WriteStartArray(ModelKeys.Metrics.In(keys));
        foreach (var metric in Metrics(a).Keys.Union(Metrics(b).Keys).Order(StringComparer.Ordinal)) Write(json, (metric, Find(a, metric), Find(b, metric)), keys);
        json.WriteEndArray();
        json.WriteEndObject();
        if (!EntityTags.IsKnown(call.Context, buffer.Written)) buffer.Send(call.Context);
        return Task.CompletedTask;
    }

    static void Write(Utf8JsonWriter json, (string Metric, double? A, double? B) line, KeyCase keys)
    {
        json.WriteStartObject();
        json.WriteString(ModelKeys.Metric.In(keys), line.Metric);
        if (line.A is { } a) json.WriteNumber(ModelKeys.A.In(keys), a);
        if (line.B is { } b) json.WriteNumber(ModelKeys.B.In(keys), b);
        if (line.B - line.A is { } difference) json.WriteNumber(ModelKeys.Difference.In(keys), difference);
        json.WriteEndObject();
    }

    static string? Which(ApiCall call, string name) => call.Context.Request.Query[name].ToString() is { Length: > 0 } which ? which : null;

    static string Live(StoredModel model) => $"{model.Resolve(null)}";

    static IReadOnlyDictionary<string, double> Metrics(ModelManifest manifest) => manifest.Metrics ?? new Dictionary<string, double>();

    static double? Find(ModelManifest manifest, string metric) => Metrics(manifest).TryGetValue(metric, out var value) ? value : null;
}
