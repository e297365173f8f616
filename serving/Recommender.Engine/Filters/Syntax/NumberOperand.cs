using Recommender.Engine.Filters.Attributes;

namespace Recommender.Engine.Filters.Syntax;

/// <summary>What a number is compared with: a number, a number of the anchor or a percentage of one, or another number of the same item.</summary>
sealed record NumberOperand(double Number, NumberAttribute? Attribute = null, int AnchorPosition = 0)
{
    /// <summary>Whether it differs from item to item.</summary>
    public bool IsOfItem => Attribute is not null && AnchorPosition == 0;

    /// <summary>The number for a question; <see cref="Number"/> is in percent where it speaks of the anchor. NaN where the anchor has none.</summary>
    public double Constant(FilterContext context) => Attribute is null ? Number : Number * Attribute.Of(context.Anchor, context) / 100;
}
