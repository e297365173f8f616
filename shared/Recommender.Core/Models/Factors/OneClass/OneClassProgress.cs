namespace Recommender.Core.Models.Factors.OneClass;

/// <summary>
/// What a step found: the loss before it, and the largest share of a row's loss that the step was expected to take away.
/// </summary>
public readonly record struct OneClassProgress(double Loss, double Gain);
