using Recommender.Engine.Filters.Attributes;
using Recommender.Engine.Filters.Conditions;

namespace Recommender.Engine.Filters.Syntax;

/// <summary>As in <c>size in (36, 37)</c>.</summary>
sealed class NumberMembership(Place place, NumberAttribute attribute, double[] numbers, bool isNot) : Node(place)
{
    public override Condition Bind(FilterContext context, bool negated) => new NumberIn(attribute, context, numbers, wanted: isNot == negated);

    public override IEnumerable<ItemAttribute> Attributes() => [attribute];
}
