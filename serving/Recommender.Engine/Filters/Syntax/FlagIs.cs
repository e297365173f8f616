using Recommender.Engine.Filters.Attributes;
using Recommender.Engine.Filters.Conditions;

namespace Recommender.Engine.Filters.Syntax;

/// <summary>As in <c>vegan</c> or <c>vegan = true</c>.</summary>
sealed class FlagIs(Place place, FlagAttribute attribute, bool flag) : Node(place)
{
    public override Condition Bind(FilterContext context, bool negated) => new FlagSet(attribute.Column, flag != negated);

    public override IEnumerable<ItemAttribute> Attributes() => [attribute];
}
