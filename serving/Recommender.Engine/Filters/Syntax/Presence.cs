using Recommender.Engine.Filters.Attributes;
using Recommender.Engine.Filters.Conditions;

namespace Recommender.Engine.Filters.Syntax;

/// <summary>As in <c>brand is missing</c>.</summary>
sealed class Presence(Place place, ItemAttribute attribute, bool isPresent) : Node(place)
{
    public override Condition Bind(FilterContext context, bool negated) => new Filled(attribute, context, isPresent != negated);

    public override IEnumerable<ItemAttribute> Attributes() => [attribute];
}
