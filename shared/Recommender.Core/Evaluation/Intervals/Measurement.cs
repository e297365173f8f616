namespace Recommender.Core.Evaluation.Intervals;

/// <summary>A metric with the ends of its 95 % interval; the ends are null for what is about all lists together.</summary>
public readonly record struct Measurement(double Value, double? Low, double? High);
