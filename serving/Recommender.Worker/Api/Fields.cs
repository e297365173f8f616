using System.Text.Json.Nodes;

namespace Recommender.Worker.Api;

/// <summary>Fields of the usual kinds: what the reference says of them and what is read are one thing.</summary>
static class Fields
{
    public static Field<T> Id<T>(string name, string text, Action<T, string> set, params string[] aliases) =>
        new(name, Schema.Id(text), (ref BodyReader body, T target) => set(target, body.Id()), aliases);

    public static Field<T> Ids<T>(string name, (string Text, int Most) about, Action<T, List<string>> set, params string[] aliases) =>
        new(name, Schema.List(about.Text, Schema.Id(), about.Most), (ref BodyReader body, T target) => set(target, body.Ids(about.Most)), aliases);

    public static Field<T> Count<T>(string name, (string Text, int Low, int High, int? Usual) about, Action<T, int> set, params string[] aliases) =>
        new(name, Schema.Count(about.Text, about.Low, about.High, about.Usual), (ref BodyReader body, T target) => set(target, body.Count(about.Low, about.High)), aliases);

    public static Field<T> Number<T>(string name, (string Text, double Low, double High, double? Usual) about, Action<T, double> set) =>
        new(name, Schema.Number(about.Text, about.Low, about.High, about.Usual), (ref BodyReader body, T target) => set(target, body.Number(about.Low, about.High)));

    public static Field<T> Flag<T>(string name, (string Text, bool Usual) about, Action<T, bool> set) =>
        new(name, Schema.Flag(about.Text, about.Usual), (ref BodyReader body, T target) => set(target, body.Flag()));

    public static Field<T> Text<T>(string name, (string Text, int Most) about, Action<T, string> set) =>
        new(name, Schema.Text(about.Text, about.Most), (ref BodyReader body, T target) => set(target, body.Text(about.Most)));

    public static Field<T> Choice<T>(string name, (string Text, IReadOnlyList<string> Words) about, Action<T, string> set) =>
        new(name, Schema.Choice(about.Text, about.Words), (ref BodyReader body, T target) => set(target, body.Choice(about.Words)));

    /// <summary>An object inside the body.</summary>
    public static Field<T> Object<T, TInner>(string name, (string Text, BodyShape<TInner> Shape) about, Func<T, TInner> place) where TInner : class =>
        new(name, Described(about.Shape.Schema(), about.Text), (ref BodyReader body, T target) => body.Object(about.Shape, place(target)));

    static JsonObject Described(JsonObject schema, string text)
    {
        schema["description"] = text;
        return schema;
    }
}
