using Recommender.Core.Evaluation.Intervals;

namespace Recommender.Core.Evaluation.Drift;

/// <summary>By which share a figure has fallen between two sets of persons.</summary>
public static class Decay
{
    const double Sides = 2 * 1.959964;   // standard errors between the ends of a 95 % interval

    /// <summary>1 - now / before, with the ends of its 95 % interval: the errors of both figures carried over (delta method). Null where before was nothing.</summary>
    public static Measurement? Of(Measurement before, Measurement now)
    {
        if (!(before.Value > 0)) return null;

        var ratio = now.Value / before.Value;
        var error = Math.Sqrt(Square(Error(now)) + Square(ratio * Error(before))) / before.Value;
        return new(1 - ratio, 1 - ratio - Sides / 2 * error, 1 - ratio + Sides / 2 * error);
    }

    static double Error(Measurement figure) => figure is { Low: { } low, High: { } high } ? (high - low) / Sides : 0;

    static double Square(double value) => value * value;
}
