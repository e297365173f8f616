namespace Recommender.Worker.Telemetry.Prometheus;

/// <summary>Spreads what many threads write over as many places as there are processors, so that they do not wait for one another's memory.</summary>
static class Stripe
{
    /// <summary>How many places there are: a power of two.</summary>
    public static readonly int Count = Math.Min(8, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount));

    /// <summary>The place of whoever asks.</summary>
    public static int Mine => Thread.GetCurrentProcessorId() & (Count - 1);

    /// <summary>Adds to a number that other threads add to as well.</summary>
    public static void Add(ref double sum, double value)
    {
        for (var seen = Volatile.Read(ref sum); ;)
        {
            var before = Interlocked.CompareExchange(ref sum, seen + value, seen);
            if (before.Equals(seen)) return;
            seen = before;
        }
    }
}
