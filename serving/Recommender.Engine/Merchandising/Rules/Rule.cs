using Recommender.Engine.Filters;

namespace Recommender.Engine.Merchandising.Rules;

/// <summary>A rule that was checked, with its condition read.</summary>
sealed record Rule(RuleDocument Document, Filter? Filter)
{
    public RuleKind Kind => Document.Kind;

    /// <summary>Whether it acts there and then.</summary>
    public bool IsActive(Surface surface, DateTimeOffset now) =>
        Document.IsEnabled && (Document.Surface == Surface.Any || Document.Surface == surface)
        && !(now < Document.Starts) && !(now >= Document.Ends);

    /// <summary>
    /// Which items it is about, for a question; null for all. One that compares with an anchor is about no item where there is none: then
    /// it does not act.
    /// </summary>
    public bool TryBind(FilterContext context, out Condition? condition)
    {
        condition = null;
        if (Filter is null) return true;
        if (Filter.UsesAnchor && context.Anchor < 0) return false;

        condition = Filter.Bind(context);
        return true;
    }
}
