using Recommender.Engine.Filters.Attributes;

namespace Recommender.Engine.Filters.Conditions;

/// <summary>Whether a text is among others, or is known and is not.</summary>
sealed class TextIn(TextAttribute attribute, HashSet<string> texts, bool wanted) : Condition
{
    public override bool Meets(int row) => attribute.Of(row) is { } text && texts.Contains(text) == wanted;
}
