namespace Recommender.Core.Evaluation.Overlap;

/// <summary>One customer's lists of two models.</summary>
/// <param name="Customer">The keyed hash, in hex.</param>
/// <param name="Share">Which part of the longer list stands in both.</param>
/// <param name="First">The ids of the first model's items, best first.</param>
/// <param name="Second">The ids of the second model's items, best first.</param>
public sealed record ListChange(string Customer, double Share, IReadOnlyList<string> First, IReadOnlyList<string> Second);
