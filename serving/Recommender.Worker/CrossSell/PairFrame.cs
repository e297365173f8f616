using System.Text.Json;
using System.Text.Json.Nodes;
using Recommender.Engine.Answers;
using Recommender.Worker.Api;
using Recommender.Worker.Suggestions;

namespace Recommender.Worker.CrossSell;

/// <summary>Pairs in the form that answers have.</summary>
static class PairFrame
{
    const int Digits = 6;

    /// <summary>What the reference says of it.</summary>
    public static JsonObject Schema { get; } = FrameStyle.Schema(("items", Api.Schema.List("The pairs, anchor by anchor, the closest partners first.", Api.Schema.Object(null,
        ("anchor_id", Api.Schema.Id("The item that was asked about.")),
        ("item_id", Api.Schema.Id("Its partner.")),
        ("score", Api.Schema.Number("Affinity, by the weights of the question.", 0, 1)),
        ("strategy", Api.Schema.Choice("How the pair was found.", ["rule"])),
        ("baskets", Api.Schema.Count("How many baskets hold both.")),
        ("support", Api.Schema.Number("The share of all baskets that hold both.", 0, 1)),
        ("confidence", Api.Schema.Number("The share of the anchor's baskets that hold the partner.", 0, 1)),
        ("lift", Api.Schema.Number("How many times more often than by chance both stand together.")),
        ("reason?", Api.Schema.Text("Why, in the language of Accept-Language; with `explain`."))))));

    public static void Write(Utf8JsonWriter json, PairAnswer answer, ApiCall call, (KeyCase Keys, bool Explains) style)
    {
        Frame.Begin(json, call.Api.Ids, style.Keys);
        Frame.Source(json, answer.Model, answer.Version, style.Keys);
        WriteItems(json, answer.Pairs, style.Keys, style.Explains ? new Reasons(call.Language, call.Shop.NameOf) : null);
        json.WriteEndObject();
    }

    /// <summary>The pairs as the items of an answer.</summary>
    public static void WriteItems(Utf8JsonWriter json, IEnumerable<AnsweredPair> pairs, KeyCase keys, Reasons? reasons)
    {
        json.WriteStartArray(Keys.Items.In(keys));
        foreach (var pair in pairs)
        {
            json.WriteStartObject();
            json.WriteString(Keys.AnchorId.In(keys), pair.Anchor);
            json.WriteString(Keys.ItemId.In(keys), pair.Item);
            json.WriteNumber(Keys.Score.In(keys), Math.Round(pair.Affinity, Digits));
            json.WriteString(Keys.Strategy.In(keys), Strategies.Name(Strategy.Rule));
            json.WriteNumber(Keys.Baskets.In(keys), pair.Baskets);
            json.WriteNumber(Keys.Support.In(keys), Math.Round(pair.Support, Digits));
            json.WriteNumber(Keys.Confidence.In(keys), Math.Round(pair.Confidence, Digits));
            json.WriteNumber(Keys.Lift.In(keys), Math.Round(pair.Lift, Digits));
            if (reasons is { } words) json.WriteString(Keys.Reason.In(keys), words.Together(pair.Anchor, pair.Baskets, pair.Lift));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
