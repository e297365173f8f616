using Recommender.Core.Baskets.Rules;

namespace Recommender.Training.Experiments;

/// <summary>Which rules are wanted, their items still as names.</summary>
/// <param name="Options">Everything but the counts, limits and items.</param>
/// <param name="If">What the antecedent must and must not hold.</param>
/// <param name="Then">What the consequent must and must not hold.</param>
sealed record RuleChoice(RuleOptions Options, (string? Must, string? MustNot) If, (string? Must, string? MustNot) Then);
