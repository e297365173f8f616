using System.Text.Json;
using Recommender.Engine.Answers;
using Recommender.Worker.Api;

namespace Recommender.Worker.Suggestions;

/// <summary>The one form that answers have: id, model, version, items with score and strategy, and where it is asked for the reason.</summary>
static class Frame
{
    /// <summary>What stands in front of the items.</summary>
    public static void Begin(Utf8JsonWriter json, RecommendationIds ids, KeyCase keys)
    {
        Span<byte> id = stackalloc byte[RecommendationIds.Length];
        ids.Next(id);
        json.WriteStartObject();
        json.WriteString(Keys.RecommendationId.In(keys), id);
    }

    /// <summary>The version that answered.</summary>
    public static void Source(Utf8JsonWriter json, string model, int version, KeyCase keys)
    {
        json.WriteString(Keys.Model.In(keys), model);
        json.WriteNumber(Keys.Version.In(keys), version);
    }

    /// <summary>A whole answer.</summary>
    public static void Write(Utf8JsonWriter json, Answer answer, FrameStyle style)
    {
        Begin(json, style.Ids, style.Keys);
        if (style.Customer is not null) json.WriteString(Keys.UserId.In(style.Keys), style.Customer);
        Source(json, answer.Model, answer.Version, style.Keys);
        json.WriteStartArray(Keys.Items.In(style.Keys));
        for (var at = 0; at < answer.Items.Count; at++) Write(json, answer.Items[at], style);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, AnsweredItem item, FrameStyle style)
    {
        json.WriteStartObject();
        json.WriteString(Keys.ItemId.In(style.Keys), item.Item);
        json.WriteNumber(Keys.Score.In(style.Keys), item.Score);
        json.WriteString(Keys.Strategy.In(style.Keys), Strategies.Name(item.Strategy));
        if (style.Reasons is { } reasons)
        {
            json.WriteString(Keys.Reason.In(style.Keys), reasons.Of(item));
            json.WriteStartArray(Keys.Evidence.In(style.Keys));
            foreach (var evidence in item.Evidence) Write(json, evidence, style.Keys);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, Evidence evidence, KeyCase keys)
    {
        json.WriteStartObject();
        json.WriteString(Keys.ItemId.In(keys), evidence.Item);
        json.WriteNumber(Keys.Share.In(keys), Math.Round(evidence.Share, 4));
        if (evidence.Baskets > 0) json.WriteNumber(Keys.Baskets.In(keys), evidence.Baskets);
        if (evidence.Lift > 0) json.WriteNumber(Keys.Lift.In(keys), Math.Round(evidence.Lift, 4));
        json.WriteEndObject();
    }
}
