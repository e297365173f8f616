using System.Text.Json;
using System.Text.Json.Nodes;
using Recommender.Core;
using Recommender.Core.Baskets.CrossSell;
using Recommender.Core.Evaluation.Gates;
using Recommender.Core.Store;
using Recommender.Worker.Api;

namespace Recommender.Worker.Models;

/// <summary>Models and versions as JSON.</summary>
static class ModelJson
{
    /// <summary>What the reference says of a model in a list.</summary>
    public static JsonObject ModelSchema => Schema.Object(null,
        ("model", Schema.Id()),
        ("kind", Schema.Choice("Whether it scores customers, or holds what is bought together.", ["recommender", "cross_sell"])),
        ("aliases", new() { ["type"] = "object", ["additionalProperties"] = Schema.Count(), ["description"] = "Which version each alias points at; `production` is what is served." }),
        ("versions", Schema.List("The published versions, the newest first.", Schema.Count())));

    /// <summary>What the reference says of a version.</summary>
    public static JsonObject VersionSchema => Schema.Object(null,
        ("version", Schema.Count()),
        ("aliases", Schema.List("The aliases that point at it.", Schema.Text())),
        ("fault?", Schema.Text("What is wrong with it, where it cannot be read; nothing else is then known.")),
        ("trainer?", Schema.Text()), ("created?", Schema.Moment("When it was made.")), ("dataset?", Schema.Text()), ("snapshot?", Schema.Text("The hash of its data.")),
        ("level?", Schema.Text("What counted as one thing bought.")), ("customers?", Schema.Count()), ("items?", Schema.Count()), ("bytes?", Schema.Count()),
        ("metrics?", new() { ["type"] = "object", ["additionalProperties"] = Schema.Number(), ["description"] = "What its recipe achieved on the test part." }));

    public static void WriteModel(Utf8JsonWriter json, StoredModel model, KeyCase keys)
    {
        json.WriteString(Keys.Model.In(keys), model.Name);
        json.WriteString(ModelKeys.Kind.In(keys), IsMatrix(model) ? "cross_sell" : "recommender");
        json.WriteStartObject(ModelKeys.Aliases.In(keys));
        foreach (var (alias, version) in Aliases(model)) json.WriteNumber(alias, version);
        json.WriteEndObject();
    }

    /// <summary>Everything that is known of a version; one that cannot be read does not hide the others.</summary>
    public static void WriteVersion(Utf8JsonWriter json, StoredModel model, int number, KeyCase keys)
    {
        json.WriteStartObject();
        json.WriteNumber(Keys.Version.In(keys), number);
        json.WriteStartArray(ModelKeys.Aliases.In(keys));
        foreach (var (alias, version) in Aliases(model)) if (version == number) json.WriteStringValue(alias);
        json.WriteEndArray();
        try
        {
            Write(json, model.Version(number).Manifest, keys);
        }
        catch (UserErrorException damaged)
        {
            json.WriteString(ModelKeys.Fault.In(keys), ModelLookup.Said(damaged, model));
        }
        json.WriteEndObject();
    }

    /// <summary>What each gate said.</summary>
    public static void WriteGates(Utf8JsonWriter json, IReadOnlyList<GateVerdict> gates, KeyCase keys)
    {
        json.WriteStartArray(ModelKeys.Gates.In(keys));
        foreach (var gate in gates)
        {
            json.WriteStartObject();
            json.WriteString(ModelKeys.Gate.In(keys), gate.Name);
            json.WriteBoolean(ModelKeys.Passed.In(keys), gate.Passed);
            json.WriteString(ModelKeys.Sentence.In(keys), gate.Sentence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Write(Utf8JsonWriter json, ModelManifest manifest, KeyCase keys)
    {
        json.WriteString(ModelKeys.Trainer.In(keys), manifest.Trainer);
        json.WriteString(ModelKeys.Created.In(keys), manifest.Created);
        json.WriteString(ModelKeys.Dataset.In(keys), manifest.Dataset);
        json.WriteString(ModelKeys.Snapshot.In(keys), manifest.Snapshot);
        json.WriteString(ModelKeys.Level.In(keys), manifest.Level ?? "item");
        json.WriteNumber(ModelKeys.Customers.In(keys), manifest.Customers);
        json.WriteNumber(ModelKeys.Items.In(keys), manifest.Items);
        json.WriteNumber(ModelKeys.Bytes.In(keys), manifest.Bytes);
        json.WriteStartObject(ModelKeys.Metrics.In(keys));
        foreach (var (metric, value) in manifest.Metrics ?? new Dictionary<string, double>()) json.WriteNumber(metric, value);
        json.WriteEndObject();
    }

    static bool IsMatrix(StoredModel model)
    {
        foreach (var version in model.Versions.Reverse())
        {
            try
            {
                return model.Version(version).Manifest.Trainer == CrossSellMatrix.Name;
            }
            catch (UserErrorException)
            {
                // Another version says it.
            }
        }
        return false;
    }

    static IReadOnlyDictionary<string, int> Aliases(StoredModel model)
    {
        try
        {
            return model.Aliases;
        }
        catch (UserErrorException)
        {
            return new Dictionary<string, int>();   // damaged: nothing points anywhere until it is mended
        }
    }
}
