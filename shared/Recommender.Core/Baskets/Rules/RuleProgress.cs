namespace Recommender.Core.Baskets.Rules;

/// <summary>How far a search for rules is: the share of its stage that is done, 0 to 1.</summary>
public sealed record RuleProgress(RuleStage Stage, double Share);
