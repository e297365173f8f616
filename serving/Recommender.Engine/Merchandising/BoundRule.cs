using Recommender.Engine.Filters;
using Recommender.Engine.Merchandising.Rules;

namespace Recommender.Engine.Merchandising;

/// <summary>A rule that acts on a question, and the items that it is about; null for all.</summary>
sealed record BoundRule(Rule Rule, Condition? Condition)
{
    public RuleDocument Document => Rule.Document;

    /// <summary>Whether it is about an item.</summary>
    public bool IsAbout(int row) => Condition?.Meets(row) != false;
}
