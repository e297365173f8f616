namespace Recommender.Core.Evaluation.Drift;

/// <summary>How far the popularity of items moved from one period to the next, beside what chance alone would show.</summary>
/// <param name="Distance">Total variation: the share of purchases that went to other items than before.</param>
/// <param name="Expected">Its mean where nothing has changed and only chance is at work.</param>
/// <param name="P">How often chance alone shows as much.</param>
/// <param name="Before">Lines of the first period.</param>
/// <param name="After">Lines of the second period.</param>
public sealed record Shift(double Distance, double Expected, double P, int Before, int After)
{
    /// <summary>What is left of the distance when chance is taken out.</summary>
    public double Excess => Math.Max(0, Distance - Expected);
}
