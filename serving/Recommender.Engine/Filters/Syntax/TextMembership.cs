using Recommender.Engine.Filters.Attributes;
using Recommender.Engine.Filters.Conditions;

namespace Recommender.Engine.Filters.Syntax;

/// <summary>As in <c>category in ("Hair", "Skin")</c> or <c>brand = "X"</c>.</summary>
sealed class TextMembership(Place place, TextAttribute attribute, IReadOnlyList<string> texts, bool isNot) : Node(place)
{
    public override Condition Bind(FilterContext context, bool negated) => Among(attribute, texts, wanted: isNot == negated);

    public override IEnumerable<ItemAttribute> Attributes() => [attribute];

    public static Condition Among(TextAttribute attribute, IReadOnlyList<string> texts, bool wanted) => attribute is StoredText { Column: { } column }
        ? new WordIn(column, new(column.Words, texts), wanted) : new TextIn(attribute, new(texts, attribute.Comparer), wanted);
}
