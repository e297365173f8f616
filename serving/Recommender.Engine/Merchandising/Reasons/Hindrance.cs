using Recommender.Engine.Answers;
using Recommender.Engine.Filters;
using Recommender.Engine.Merchandising.Rules;

namespace Recommender.Engine.Merchandising.Reasons;

/// <summary>One reason why an item is not in a list, with its evidence; what a kind does not speak of is null.</summary>
/// <param name="Kind">Which reason.</param>
public sealed record Hindrance(HindranceKind Kind)
{
    /// <summary>The part of the filter, or of the rule's condition, and what the item has.</summary>
    public FilterFailure? Failure { get; init; }

    /// <summary>The rule.</summary>
    public RuleDocument? Rule { get; init; }

    /// <summary>Units in stock, times shown, or the limit of a cap.</summary>
    public double? Number { get; init; }

    /// <summary>The place that it would have by its own score, counted from 1.</summary>
    public int? Place { get; init; }

    /// <summary>Its own score, as the rules made it.</summary>
    public float? Score { get; init; }

    /// <summary>The strategy that found it.</summary>
    public Strategy? Strategy { get; init; }

    /// <summary>The score of the last item of the list that came by the same strategy; null when none did.</summary>
    public float? LastScore { get; init; }
}
