namespace Recommender.Training.Views.Reports.Plots;

/// <summary>Places values on a line of a picture, evenly or by orders of magnitude.</summary>
sealed record Axis(double Low, double High, double From, double To)
{
    const double WideRatio = 20;

    /// <summary>Whether equal ratios take equal room.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>An axis around these values with a little room at both ends.</summary>
    public static Axis Around(IEnumerable<double> values, double from, double to)
    {
        var finite = values.Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var (low, high) = (finite.Min(), finite.Max());
        var room = high > low ? 0.05 * (high - low) : Math.Max(Math.Abs(high) * 0.1, 1e-6);
        return new(low - room, high + room, from, to);
    }

    /// <summary>An axis of an option's values: orders of magnitude where the ends are far apart.</summary>
    public static Axis OfOption(IReadOnlyCollection<double> values, double from, double to) =>
        values.Min() is > 0 and var low && values.Max() / low >= WideRatio ? new(low / 1.2, values.Max() * 1.2, from, to) { IsLogarithmic = true } : Around(values, from, to);

    /// <summary>Where a value stands.</summary>
    public double At(double value) => From + (To - From) * (Scaled(value) - Scaled(Low)) / (Scaled(High) - Scaled(Low));

    /// <summary>Round values inside, a few of them.</summary>
    public IReadOnlyList<double> Ticks() => IsLogarithmic && Decades() is { Length: >= 2 } decades ? decades : Even();

    double Scaled(double value) => IsLogarithmic ? Math.Log10(Math.Max(value, double.Epsilon)) : value;

    double[] Decades()
    {
        int[] powers = [.. Enumerable.Range(-12, 30).Where(power => Math.Pow(10, power) >= Low && Math.Pow(10, power) <= High)];
        return [.. powers.Where(power => (power - powers[0]) % Math.Max(1, powers.Length / 4) == 0).Select(power => Math.Pow(10, power))];
    }

    double[] Even()
    {
        var rough = (High - Low) / 3;
        var unit = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = unit * (rough / unit) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 };
        return [.. Enumerable.Range(0, 12).Select(place => (Math.Ceiling(Low / step) + place) * step + 0.0).TakeWhile(tick => tick <= High)];
    }
}
