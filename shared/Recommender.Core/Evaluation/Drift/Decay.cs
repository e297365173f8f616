using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Evaluation.Metrics;

namespace Recommender.Core.Evaluation.Drift;

/// <summary>By which share a figure has become worse between two sets of persons: fallen, or risen where less is better.</summary>
public static class Decay
{
    const double Sides = 2 * 1.959964;   // standard errors between the ends of a 95 % interval

    /// <summary>
    /// 1 - now / before, or now / before - 1 where less is better, with the ends of its 95 % interval: the errors of both figures carried over
    /// (delta method). Null where before was nothing.
    /// </summary>
    public static Measurement? Of(Measurement before, Measurement now, Sense sense = Sense.Higher)
    {
        if (!(before.Value > 0)) return null;

        var ratio = now.Value / before.Value;
        var error = Math.Sqrt(Square(Error(now)) + Square(ratio * Error(before))) / before.Value;
        var worse = sense == Sense.Lower ? ratio - 1 : 1 - ratio;
        return new(worse, worse - Sides / 2 * error, worse + Sides / 2 * error);
    }

    static double Error(Measurement figure) => figure is { Low: { } low, High: { } high } ? (high - low) / Sides : 0;

    static double Square(double value) => value * value;
}
