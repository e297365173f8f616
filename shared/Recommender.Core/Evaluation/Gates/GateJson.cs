using System.Text.Json.Nodes;
using Recommender.Core.Store;

namespace Recommender.Core.Evaluation.Gates;

/// <summary>Gates as a manifest holds them. Comparisons and limits that are switched off are written as null.</summary>
public static class GateJson
{
    // One line a field: how it is written and how it is read.
    static readonly OrderedDictionary<string, (Func<GateOptions, JsonNode?> Write, Func<GateOptions, JsonNode?, GateOptions> Read)> Fields = new(StringComparer.Ordinal)
    {
        ["minimum"] = (gates => new JsonObject(gates.Minimum.Select(metric => KeyValuePair.Create(metric.Key, (JsonNode?)metric.Value))), (gates, value) => gates with { Minimum = Minimum(value) }),
        ["beats_popularity"] = (gates => gates.BeatsPopularity, (gates, value) => gates with { BeatsPopularity = value!.GetValue<bool>() }),
        ["not_worse_than"] = (gates => gates.NotWorseThan, (gates, value) => gates with { NotWorseThan = value?.GetValue<string>() }),
        ["min_coverage"] = (gates => gates.MinCoverage, (gates, value) => gates with { MinCoverage = value!.GetValue<double>() }),
        ["max_megabytes"] = (gates => gates.MaxMegabytes, (gates, value) => gates with { MaxMegabytes = value?.GetValue<double>() }),
        ["load_check"] = (gates => gates.LoadCheck, (gates, value) => gates with { LoadCheck = value!.GetValue<bool>() }),
        ["metric"] = (gates => gates.Metric, (gates, value) => gates with { Metric = value!.GetValue<string>() }),
        ["view"] = (gates => gates.View, (gates, value) => gates with { View = value!.GetValue<string>() }),
    };

    /// <summary>Every field with its value.</summary>
    public static JsonObject Write(GateOptions gates) => new(Fields.Select(field => KeyValuePair.Create(field.Key, field.Value.Write(gates))));

    /// <summary>Reads what <see cref="Write"/> wrote; what is not given has its default, what is not known is an error.</summary>
    public static GateOptions Read(JsonObject json)
    {
        var gates = new GateOptions();
        foreach (var (name, value) in json)
        {
            if (!Fields.TryGetValue(name, out var field)) throw new UserErrorException($"There is no gate '{name}'.{Suggestion.For(name, Fields.Keys)} Gates: {string.Join(", ", Fields.Keys)}.");

            gates = Read(gates, name, value);
        }
        gates.Check();
        return gates;

        GateOptions Read(GateOptions before, string name, JsonNode? value)
        {
            try
            {
                return Fields[name].Read(before, value);
            }
            catch (Exception unread) when (unread is InvalidOperationException or FormatException or NullReferenceException)
            {
                throw new UserErrorException($"The gate {name} cannot be {value?.ToJsonString() ?? "null"}; as a default it is {Fields[name].Write(new())?.ToJsonString() ?? "null"}.", unread);
            }
        }
    }

    /// <summary>The gates that a version is published with, or the usual ones.</summary>
    public static GateOptions Of(ModelManifest manifest) => manifest.Gates is { } gates ? Read(gates) : new();

    /// <summary>The metric by which a version was chosen and is held against others; null where it was not measured.</summary>
    public static string? DecisiveMetric(ModelManifest manifest) => manifest.Metrics is not { Count: > 0 } ? null
        : manifest.Gates?["metric"] is JsonValue written && written.TryGetValue<string>(out var metric) ? metric
        : new GateOptions().Metric;

    static SortedDictionary<string, double> Minimum(JsonNode? value)
    {
        var minimum = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (metric, number) in value!.AsObject()) minimum.Add(metric, number!.GetValue<double>());
        return minimum;
    }
}
