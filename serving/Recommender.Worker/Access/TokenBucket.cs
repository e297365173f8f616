namespace Recommender.Worker.Access;

/// <summary>
/// Counts requests against a limit without a lock. One number is kept: the moment at which the bucket will be full again. Each request moves it
/// by the time that a request takes to be refilled, and is refused where that would empty more than the bucket holds (GCRA, ITU-T I.371).
/// </summary>
sealed class TokenBucket(TimeProvider clock)
{
    long _full;

    /// <summary>Takes one request out of the bucket, or says how long to wait for one.</summary>
    public bool TryTake(RateLimit limit, out TimeSpan wait)
    {
        var refill = (long)(clock.TimestampFrequency / limit.PerSecond);
        var capacity = refill * limit.Burst;
        for (var full = Volatile.Read(ref _full); ; full = Volatile.Read(ref _full))
        {
            var now = clock.GetTimestamp();
            var next = Math.Max(now, full) + refill;
            if (next - now > capacity)
            {
                wait = clock.GetElapsedTime(now, next - capacity);
                return false;
            }
            if (Interlocked.CompareExchange(ref _full, next, full) != full) continue;

            wait = TimeSpan.Zero;
            return true;
        }
    }
}
