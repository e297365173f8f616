using Recommender.Worker.Access;
using Recommender.Worker.Api;

namespace Recommender.Worker.Models;

/// <summary>GET models: every model with its aliases and versions, page by page.</summary>
static class ListModels
{
    public static Endpoint Endpoint { get; } = new("GET", $"{ApiRoutes.Root}/models", Answer)
    {
        Name = "list-models",
        Group = "Models",
        Summary = "Every model of the shop",
        Text = "With its aliases and the numbers of its versions. Sends an ETag.",
        Scope = Scope.Score,
        Parameters = Page.Parameters,
        Answered = Schema.Object(null, ("models", Schema.List("By name.", ModelJson.ModelSchema)), ("next_cursor?", Schema.Text("Where the next page begins; absent on the last."))),
    };

    static Task Answer(ApiCall call)
    {
        var (page, keys, models) = (Page.Of(call), call.Keys, call.Shop.Models.Models);
        var buffer = AnswerBuffer.Take();
        var json = buffer.Json;
        json.WriteStartObject();
        json.WriteStartArray(ModelKeys.Models.In(keys));
        foreach (var model in page.Of(models))
        {
            json.WriteStartObject();
            ModelJson.WriteModel(json, model, keys);
            json.WriteStartArray(ModelKeys.Versions.In(keys));
            foreach (var version in model.Versions.Reverse()) json.WriteNumberValue(version);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (page.NextOf(models.Count) is { } next) json.WriteString(Keys.NextCursor.In(keys), next);
        json.WriteEndObject();
        if (!EntityTags.IsKnown(call.Context, buffer.Written)) buffer.Send(call.Context);
        return Task.CompletedTask;
    }
}
