namespace Recommender.Training.Views.Pictures;

/// <summary>Two things bought together, as they are drawn: how often, and how many times as often as chance would have it.</summary>
sealed record PairEdge(string First, string Second, long Count, double Lift);
