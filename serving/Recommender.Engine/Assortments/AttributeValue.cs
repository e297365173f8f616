using System.Globalization;

namespace Recommender.Engine.Assortments;

/// <summary>A value that an item has: a number, a text, a flag or a list of texts.</summary>
public sealed class AttributeValue
{
    AttributeValue(AttributeKind kind, double number, string? text, IReadOnlyList<string> list) => (Kind, Number, Text, List) = (kind, number, text ?? "", list);

    /// <summary>Which of the four it is.</summary>
    public AttributeKind Kind { get; }

    /// <summary>The number; of a flag, 1 or 0.</summary>
    public double Number { get; }

    /// <summary>The text; empty for other kinds.</summary>
    public string Text { get; }

    /// <summary>The list; empty for other kinds.</summary>
    public IReadOnlyList<string> List { get; }

    /// <summary>Whether it is a flag that is set.</summary>
    public bool Flag => Kind == AttributeKind.Flag && Number > 0;

    /// <summary>A number.</summary>
    public static AttributeValue Of(double number) => new(AttributeKind.Number, number, null, []);

    /// <summary>A text.</summary>
    public static AttributeValue Of(string text) => new(AttributeKind.Text, 0, text, []);

    /// <summary>A flag.</summary>
    public static AttributeValue Of(bool flag) => new(AttributeKind.Flag, flag ? 1 : 0, null, []);

    /// <summary>A list of texts.</summary>
    public static AttributeValue Of(IReadOnlyList<string> list) => new(AttributeKind.List, 0, null, list);

    /// <summary>The value as the filter language writes it.</summary>
    public override string ToString() => Kind switch
    {
        AttributeKind.Number => Number.ToString("R", CultureInfo.InvariantCulture),
        AttributeKind.Text => $"\"{Text}\"",
        AttributeKind.Flag => Flag ? "true" : "false",
        _ => $"({string.Join(", ", List.Select(text => $"\"{text}\""))})",
    };
}
