namespace Recommender.Core.Baskets.Rules;

/// <summary>Looks at the rules of a chunk of itemsets, as far as the quota allows.</summary>
delegate T RuleChunkWork<out T>(int chunk, Range itemsets, RuleQuota quota);
