namespace Recommender.Training.Views.Reports;

/// <summary>How many baskets hold both sides, the share of those with the one that hold the other, and how many times as often as chance would have it.</summary>
sealed record RuleStrength(long Baskets, double Confidence, double Lift);
