namespace Recommender.Core.Evaluation.Intervals;

/// <summary>The middle 95 % of draws.</summary>
static class Interval
{
    const double Tail = 0.025;

    /// <summary>Both ends by linear interpolation between neighbouring draws; draws that say nothing are left out.</summary>
    public static (double Low, double High) Of(double[] draws)
    {
        double[] sorted = [.. draws.Where(draw => !double.IsNaN(draw)).Order()];
        return sorted.Length == 0 ? (double.NaN, double.NaN) : (Quantile(sorted, Tail), Quantile(sorted, 1 - Tail));
    }

    static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /// <summary>The metrics with their intervals.</summary>
    public static IReadOnlyList<Measurement> Around(IReadOnlyList<PersonValues> metrics, BootstrapOptions options, CancellationToken cancellationToken)
    {
        var draws = Bootstrap.Draw(metrics, options, cancellationToken);
        return [.. metrics.Select((metric, place) =>
        {
            var (low, high) = Of(draws[place]);
            return new Measurement(metric.Mean(), low, high);
        })];
    }
}
