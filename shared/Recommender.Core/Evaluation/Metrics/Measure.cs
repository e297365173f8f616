namespace Recommender.Core.Evaluation.Metrics;

/// <summary>What the first <paramref name="cutoff"/> items of a list are worth by one metric.</summary>
public delegate double Measure(RankedList list, int cutoff);
