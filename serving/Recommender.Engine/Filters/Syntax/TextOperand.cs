using Recommender.Engine.Filters.Attributes;

namespace Recommender.Engine.Filters.Syntax;

/// <summary>What a text is compared with: a text, a text of the anchor, or another text of the same item.</summary>
sealed record TextOperand(string? Text, TextAttribute? Attribute = null, int AnchorPosition = 0)
{
    /// <summary>Whether it differs from item to item.</summary>
    public bool IsOfItem => Attribute is not null && AnchorPosition == 0;

    /// <summary>The text for a question; null where the anchor has none.</summary>
    public string? Constant(FilterContext context) => Attribute is null ? Text : Attribute.Of(context.Anchor);
}
