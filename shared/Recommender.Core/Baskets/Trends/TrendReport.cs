namespace Recommender.Core.Baskets.Trends;

/// <summary>What joined and what fell apart between two periods.</summary>
/// <param name="Tested">How many pairs could be told at all: so many hypotheses the false alarms are controlled over.</param>
/// <param name="Joined">What is bought together more than before, the surest first.</param>
/// <param name="FellApart">What is bought together less than before, the surest first.</param>
public sealed record TrendReport(long Tested, IReadOnlyList<PairTrend> Joined, IReadOnlyList<PairTrend> FellApart);
