using System.Text.Json;
using System.Text.Json.Nodes;
using Recommender.Core.Store;
using Recommender.Worker.Access;
using Recommender.Worker.Api;
using Recommender.Worker.Problems;

namespace Recommender.Worker.Models;

/// <summary>GET models/{name}: its versions with their figures, and who changed what.</summary>
static class ShowModel
{
    const int MostHistory = 100;

    public static Endpoint Endpoint { get; } = new("GET", $"{ApiRoutes.Root}/models/{{name}}", Answer)
    {
        Name = "show-model",
        Group = "Models",
        Summary = "One model with its versions and history",
        Text = "The versions page by page, the newest first, each with the figures of its test; and the newest hundred changes. Sends an ETag.",
        Scope = Scope.Admin,
        Parameters = [Parameter.Path("name", "The model.", "beauty"), .. Page.Parameters],
        Answered = Described(),
        Refusals = [ProblemCode.NotFound],
    };

    static Task Answer(ApiCall call)
    {
        var (page, keys, model) = (Page.Of(call), call.Keys, ModelLookup.Model(call));
        int[] versions = [.. model.Versions.Reverse()];
        var buffer = AnswerBuffer.Take();
        var json = buffer.Json;
        json.WriteStartObject();
        ModelJson.WriteModel(json, model, keys);
        json.WriteStartArray(ModelKeys.Versions.In(keys));
        foreach (var version in page.Of(versions)) ModelJson.WriteVersion(json, model, version, keys);
        json.WriteEndArray();
        json.WriteStartArray(ModelKeys.History.In(keys));
        foreach (var entry in model.History.Reverse().Take(MostHistory)) Write(json, entry, keys);
        json.WriteEndArray();
        if (page.NextOf(versions.Length) is { } next) json.WriteString(Keys.NextCursor.In(keys), next);
        json.WriteEndObject();
        if (!EntityTags.IsKnown(call.Context, buffer.Written)) buffer.Send(call.Context);
        return Task.CompletedTask;
    }

    static void Write(Utf8JsonWriter json, HistoryEntry entry, KeyCase keys)
    {
        json.WriteStartObject();
        json.WriteString(ModelKeys.At.In(keys), entry.At);
        json.WriteString(ModelKeys.Who.In(keys), entry.Who);
        json.WriteString(ModelKeys.Action.In(keys), entry.Action.ToString().ToLowerInvariant());
        json.WriteNumber(Keys.Version.In(keys), entry.Version);
        if (entry.Alias is { } alias) json.WriteString(ModelKeys.Alias.In(keys), alias);
        if (entry.From is { } from) json.WriteNumber(ModelKeys.From.In(keys), from);
        if (entry.Why is { } why) json.WriteString(ModelKeys.Why.In(keys), why);
        if (entry.Forced is true) json.WriteBoolean(ModelKeys.Forced.In(keys), true);
        json.WriteEndObject();
    }

    static JsonObject Described()
    {
        var schema = ModelJson.ModelSchema;
        var properties = schema["properties"]!.AsObject();
        properties["versions"] = Schema.List("The versions, the newest first.", ModelJson.VersionSchema);
        properties["history"] = Schema.List("What was changed, the newest first.", Schema.Object(null,
            ("at", Schema.Moment("When.")), ("who", Schema.Text()), ("action", Schema.Choice(null, ["publish", "import", "promote", "rollback", "prune"])), ("version", Schema.Count()),
            ("alias?", Schema.Text()), ("from?", Schema.Count("Where the alias pointed before.")), ("why?", Schema.Text()), ("forced?", Schema.Flag("Whether gates were overruled."))));
        properties["next_cursor"] = Schema.Text("Where the next page begins; absent on the last.");
        return schema;
    }
}
