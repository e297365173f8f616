namespace Recommender.Engine.Filters.Attributes;

abstract class TextAttribute(string name) : ItemAttribute(name)
{
    /// <summary>How two of its texts are compared: without regard to case, but for ids.</summary>
    public virtual StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    /// <summary>The text of an item, or null.</summary>
    public abstract string? Of(int row);

    public override bool Has(int row, FilterContext context) => Of(row) is not null;

    public override string? Show(int row, FilterContext context) => Of(row) is { } text ? $"\"{text}\"" : null;
}
