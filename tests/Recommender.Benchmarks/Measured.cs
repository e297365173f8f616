using System.Diagnostics;

namespace Recommender.Benchmarks;

/// <summary>How long something took over several rounds.</summary>
sealed record Measured(TimeSpan Min, TimeSpan Median, TimeSpan Max)
{
    /// <summary>Runs <paramref name="work"/> once to warm up, then <paramref name="rounds"/> times with the clock.</summary>
    public static Measured Repeat(int rounds, Action work, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rounds);
        work();
        var times = new TimeSpan[rounds];
        for (var round = 0; round < rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var started = Stopwatch.GetTimestamp();
            work();
            times[round] = Stopwatch.GetElapsedTime(started);
        }
        Array.Sort(times);
        return new(times[0], times[rounds / 2], times[^1]);
    }

    /// <summary>How many of <paramref name="count"/> things were done in a second of the median round.</summary>
    public double PerSecond(double count) => count / Median.TotalSeconds;

    /// <summary>Cells of a Markdown table: min, median and max in milliseconds.</summary>
    public override string ToString() => $"{Min.TotalMilliseconds:0.0} | {Median.TotalMilliseconds:0.0} | {Max.TotalMilliseconds:0.0}";
}
