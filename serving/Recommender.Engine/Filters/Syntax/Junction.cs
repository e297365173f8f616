using Recommender.Engine.Filters.Attributes;
using Recommender.Engine.Filters.Conditions;

namespace Recommender.Engine.Filters.Syntax;

/// <summary>Parts joined by <c>and</c>, or by <c>or</c>.</summary>
sealed class Junction(Place place, IReadOnlyList<Node> parts, bool isAnd) : Node(place)
{
    public override int AnchorPosition => parts.Select(part => part.AnchorPosition).FirstOrDefault(position => position > 0);

    public override bool UsesTime => parts.Any(part => part.UsesTime);

    public override Condition Bind(FilterContext context, bool negated)
    {
        var bound = new Condition[parts.Count];
        for (var part = 0; part < bound.Length; part++) bound[part] = parts[part].Bind(context, negated);
        return isAnd != negated ? new AllOf(bound) : new AnyOf(bound);
    }

    public override IEnumerable<ItemAttribute> Attributes() => parts.SelectMany(part => part.Attributes());

    public override IEnumerable<Node> Conjuncts() => isAnd ? parts.SelectMany(part => part.Conjuncts()) : [this];
}
