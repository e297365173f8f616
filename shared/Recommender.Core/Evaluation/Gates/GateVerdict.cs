namespace Recommender.Core.Evaluation.Gates;

/// <summary>What one gate says of a version, with the figures.</summary>
public sealed record GateVerdict(string Name, bool Passed, string Sentence);
