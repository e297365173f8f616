namespace Recommender.Engine.Pool.Trials;

/// <summary>Counts the answers of one version from many threads; latencies in steps of a quarter of a doubling.</summary>
sealed class Tally(int version)
{
    const int StepsPerDoubling = 4;
    const int Steps = 40 * StepsPerDoubling;   // up to 2^40 nanoseconds, 18 minutes
    const double Percentile = 0.95;

    readonly long[] _latencies = new long[Steps];
    long _answers;
    long _failures;

    public int Version => version;

    public void Add(TimeSpan took, bool hasFailed)
    {
        Interlocked.Increment(ref _latencies[StepOf(took)]);
        if (hasFailed) Interlocked.Increment(ref _failures);
        Interlocked.Increment(ref _answers);
    }

    public TallyFigures Figures() => new(version, Volatile.Read(ref _answers), Volatile.Read(ref _failures), Latency());

    static int StepOf(TimeSpan took) => Math.Clamp((int)(StepsPerDoubling * Math.Log2(Math.Max(1, took.TotalNanoseconds))), 0, Steps - 1);

    // The middle of the step that holds the percentile.
    TimeSpan Latency()
    {
        var beyond = (long)((1 - Percentile) * _latencies.Sum());
        for (var step = Steps - 1; step >= 0; step--)
        {
            beyond -= Volatile.Read(ref _latencies[step]);
            if (beyond < 0) return TimeSpan.FromMicroseconds(Math.Pow(2, (step + 0.5) / StepsPerDoubling) / 1000);
        }
        return TimeSpan.Zero;
    }
}
