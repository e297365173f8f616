using System.Text.Json;
using System.Text.Json.Nodes;
using Recommender.Engine.Assortments;
using Recommender.Worker.Access;
using Recommender.Worker.Api;
using Recommender.Worker.Problems;

namespace Recommender.Worker.Feeds;

/// <summary>POST catalogue/items: prices, stock, flags and attributes of items, one or many at once; the next question sees them.</summary>
static class ItemFeed
{
    const int MostItems = 10_000;

    static readonly Key Taken = new("taken");

    static readonly BodyShape<Feed> Shape = new(
    [
        new("items", Schema.List("The items that change: all of them are taken, or none when one is wrong.", ItemSchema(), MostItems), (ref BodyReader body, Feed feed) => feed.Items = body.Element()),
    ]) { Required = ["items"] };

    public static Endpoint Endpoint { get; } = new("POST", $"{ApiRoutes.Root}/catalogue/items", Answer)
    {
        Name = "change-items",
        Group = "Catalogue",
        Summary = "Change what is known of items",
        Text = "Fields that are not named keep their values, and one that is null is known no longer. The next question sees the change; what the feed has said holds against later snapshots for as long as the worker runs, so a shop sends its feed when a worker starts.",
        Scope = Scope.Admin,
        Largest = BodyLimit.Baskets,
        Body = Shape.Schema(),
        Example = """{"items":[{"item_id":"B10078","price":9.9,"stock":0},{"item_id":"B10080","hidden":true,"colour":"red"}]}""",
        Answered = Schema.Object(null, ("taken", Schema.Count("How many items were changed."))),
    };

    static async Task Answer(ApiCall call)
    {
        var feed = new Feed();
        var keys = await RequestBody.ReadAsync(call.Context, Shape, feed);
        if (feed.Items is not { } items) throw Suggestions.ScoredRequest.Missing("items", "feed");

        var changes = Changes(items);
        try
        {
            call.Shop.Storefront.Shop.Assortment.Apply(changes);
        }
        catch (ItemChangeException wrong)
        {
            throw new ProblemException(Problem.Invalid($"items[{wrong.Index}].{wrong.Name}", wrong.Message), wrong);
        }
        var buffer = AnswerBuffer.Take();
        buffer.Json.WriteStartObject();
        buffer.Json.WriteNumber(Taken.In(keys), changes.Count);
        buffer.Json.WriteEndObject();
        buffer.Send(call.Context);
    }

    static List<ItemChange> Changes(JsonElement items)
    {
        if (items.ValueKind != JsonValueKind.Array) throw Refused("items", "list", items);
        if (items.GetArrayLength() > MostItems) throw Refused("items", "too_many", $"{items.GetArrayLength()} (0–{MostItems})");

        var changes = new List<ItemChange>(items.GetArrayLength());
        foreach (var item in items.EnumerateArray()) changes.Add(Change(item, $"items[{changes.Count}]"));
        return changes;
    }

    static ItemChange Change(JsonElement item, string at)
    {
        if (item.ValueKind != JsonValueKind.Object) throw Refused(at, "object", item);

        var (id, fields) = ("", new Dictionary<string, AttributeValue?>(StringComparer.Ordinal));
        foreach (var property in item.EnumerateObject())
        {
            var name = property.Name switch { "itemId" => "item_id", "variantOf" => "variant_of", "launchedAt" => "launched_at", var own => own };
            if (name == "item_id") id = IdOf(property.Value, $"{at}.item_id");
            else if (!fields.TryAdd(name, ValueOf(property.Value, $"{at}.{name}"))) throw Refused($"{at}.{name}", "twice", name);
        }
        return id.Length > 0 ? new(id, fields) : throw Suggestions.ScoredRequest.Missing($"{at}.item_id", "item");
    }

    static string IdOf(JsonElement value, string at) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString() is { Length: > 0 and <= BodyReader.LongestId } id => id,
        JsonValueKind.String => throw Refused(at, "range", $"{value.GetString()!.Length} (1–{BodyReader.LongestId})"),
        JsonValueKind.Number => throw Refused(at, "number_for_id", value),
        _ => throw Refused(at, "text", value),
    };

    static AttributeValue? ValueOf(JsonElement value, string at) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True or JsonValueKind.False => AttributeValue.Of(value.GetBoolean()),
        JsonValueKind.Number => AttributeValue.Of(value.GetDouble()),
        JsonValueKind.String => AttributeValue.Of(value.GetString()!),
        JsonValueKind.Array when value.EnumerateArray().All(text => text.ValueKind == JsonValueKind.String) => AttributeValue.Of([.. value.EnumerateArray().Select(text => text.GetString()!)]),
        _ => throw Refused(at, "attribute", value),
    };

    static ProblemException Refused(string parameter, string rule, object found) => new(new(ProblemCode.InvalidParameter)
    {
        Parameter = parameter, Location = "body", Message = $"INVALID_PARAMETER.{rule}", Reason = found is JsonElement value ? Short(value.GetRawText()) : found.ToString(),
    });

    static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";

    static JsonObject ItemSchema()
    {
        var schema = Schema.Object(null,
            ("item_id", Schema.Id("A new one is taken in.")), ("name?", Schema.Text()), ("category?", Schema.Text()), ("family?", Schema.Text()), ("brand?", Schema.Text()),
            ("price?", Schema.Number()), ("cost?", Schema.Number()), ("stock?", Schema.Number("None left: not recommended.")), ("variant_of?", Schema.Id()), ("launched_at?", Schema.Moment("When it came into the shop.")),
            ("hidden?", Schema.Flag("Whether it is kept out of recommendations.")), ("discontinued?", Schema.Flag("Whether it is no longer sold.")));
        schema["additionalProperties"] = new JsonObject { ["description"] = "An attribute of the shop's own: a number, a text, a flag or a list of texts." };
        return schema;
    }

    sealed class Feed
    {
        public JsonElement? Items { get; set; }
    }
}
