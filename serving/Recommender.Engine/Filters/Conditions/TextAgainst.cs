using Recommender.Engine.Filters.Attributes;

namespace Recommender.Engine.Filters.Conditions;

/// <summary>Whether two texts of the same item are the same, or are known and are not.</summary>
sealed class TextAgainst(TextAttribute attribute, TextAttribute other, bool wanted) : Condition
{
    public override bool Meets(int row) =>
        attribute.Of(row) is { } left && other.Of(row) is { } right && attribute.Comparer.Equals(left, right) == wanted;
}
