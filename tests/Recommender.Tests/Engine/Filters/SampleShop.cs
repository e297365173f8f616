using Recommender.Engine.Assortments;

namespace Recommender.Tests.Engine.Filters;

/// <summary>A shop of few items, each told by what it has; and items at random with gaps.</summary>
static class SampleShop
{
    /// <summary>2026-07-01.</summary>
    public const int Now = 29_714_400;

    public static Assortment Of(params (string Item, (string Field, object? Value)[] Fields)[] items)
    {
        var assortment = new Assortment();
        assortment.Apply([.. items.Select(item => Change(item.Item, item.Fields))]);
        return assortment;
    }

    public static ItemChange Change(string item, params (string Field, object? Value)[] fields) =>
        new(item, fields.ToDictionary(field => field.Field, field => Value(field.Value)));

    public static AttributeValue? Value(object? value) => value switch
    {
        null => null,
        string text => AttributeValue.Of(text),
        bool flag => AttributeValue.Of(flag),
        string[] list => AttributeValue.Of(list),
        _ => AttributeValue.Of(Convert.ToDouble(value)),
    };

    /// <summary>Items with few different values, so that conditions on them are met now and then, and with gaps.</summary>
    public static Dictionary<string, object?>[] Random(Random random, int count)
    {
        string[] words = ["Hair", "Skin", "hair", "Soap & Co", "L'Or\"eal", "a\\b", "Körper"];
        return [.. Enumerable.Range(0, count).Select(item => new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["item_id"] = $"I{item}",
            ["price"] = Maybe(() => (double)random.Next(0, 6)),
            ["cost"] = Maybe(() => random.Next(0, 12) / 2.0),
            ["size"] = Maybe(() => (double)random.Next(-2, 3)),
            ["category"] = Maybe(() => words[random.Next(words.Length)]),
            ["brand"] = Maybe(() => words[random.Next(words.Length)]),
            ["name"] = Maybe(() => $"{words[random.Next(words.Length)]} {random.Next(3)}"),
            ["colour"] = Maybe(() => words[random.Next(words.Length)]),
            ["vegan"] = Maybe(() => random.Next(2) == 0),
            ["tags"] = Maybe(() => words.Where(_ => random.Next(3) == 0).ToArray()),
        })];

        object? Maybe<T>(Func<T> value) => random.Next(4) == 0 ? null : value();
    }

    public static Assortment Of(Dictionary<string, object?>[] items) =>
        Of([.. items.Select(item => ((string)item["item_id"]!, item.Where(field => field.Key != "item_id").Select(field => (field.Key, field.Value)).ToArray()))]);
}
