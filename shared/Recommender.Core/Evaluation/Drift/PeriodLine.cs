namespace Recommender.Core.Evaluation.Drift;

/// <summary>A line that was bought before or after a moment; persons are numbered from 0, and an anonymous basket is a person of its own.</summary>
public readonly record struct PeriodLine(int Person, int Item, bool IsAfter);
