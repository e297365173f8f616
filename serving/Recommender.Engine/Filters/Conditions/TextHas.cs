using Recommender.Engine.Filters.Attributes;

namespace Recommender.Engine.Filters.Conditions;

/// <summary>Whether a text has a part in any case, or is known and has not.</summary>
sealed class TextHas(TextAttribute attribute, string part, bool wanted) : Condition
{
    public override bool Meets(int row) => attribute.Of(row) is { } text && text.Contains(part, StringComparison.OrdinalIgnoreCase) == wanted;
}
