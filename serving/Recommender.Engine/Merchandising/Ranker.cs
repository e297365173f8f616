using Recommender.Engine.Assortments;
using Recommender.Engine.Filters;
using Recommender.Engine.Merchandising.Filling;
using Recommender.Engine.Merchandising.Rules;

namespace Recommender.Engine.Merchandising;

/// <summary>Ranks the lists of a shop: by its rules, over its items as they are at the moment. Any number of threads use it at once.</summary>
public sealed class Ranker(Assortment assortment, TimeProvider clock)
{
    RuleSet _rules = RuleSet.Empty;

    /// <summary>The rules; another set takes their place for every later question.</summary>
    public RuleSet Rules
    {
        get => Volatile.Read(ref _rules);
        set => Volatile.Write(ref _rules, value);
    }

    /// <summary>The filters of questions.</summary>
    public FilterCache Filters { get; } = new(assortment);

    internal Assortment Assortment => assortment;

    internal VisitMemory Visits { get; } = new(clock);

    /// <summary>Begins to rank a list: with the rules, and the time, of this moment.</summary>
    /// <exception cref="FilterException">The filter speaks of the anchor, and the question has none.</exception>
    public Ranking Begin(RankingContext context) => new(this, context, clock.GetUtcNow());
}
