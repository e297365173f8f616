namespace Recommender.Core.Baskets.Rules;

/// <summary>A rule that passed, with the number it is sorted by.</summary>
readonly record struct KeptRule(RuleCandidate Rule, RuleFigures Figures, double Key);
