using Recommender.Worker.Access;
using Xunit;

namespace Recommender.Tests.Worker.Access;

public sealed class TokenBucketTests
{
    readonly MovingClock _clock = new();

    [Fact]
    public void A_full_bucket_gives_its_burst_and_then_one_at_a_time()
    {
        var bucket = new TokenBucket(_clock);
        var limit = new RateLimit(PerSecond: 10, Burst: 5);

        Assert.Equal(5, Taken(bucket, limit));
        Assert.False(bucket.TryTake(limit, out var wait));
        Assert.Equal(TimeSpan.FromSeconds(0.1), wait);

        _clock.Pass(wait);
        Assert.Equal(1, Taken(bucket, limit));
        _clock.Pass(TimeSpan.FromSeconds(0.3));
        Assert.Equal(3, Taken(bucket, limit));
    }

    [Fact]
    public void A_pause_fills_it_to_its_burst_and_no_more()
    {
        var bucket = new TokenBucket(_clock);
        var limit = new RateLimit(PerSecond: 10, Burst: 5);
        Taken(bucket, limit);

        _clock.Pass(TimeSpan.FromDays(1));

        Assert.Equal(5, Taken(bucket, limit));
    }

    [Fact]
    public void A_limit_that_is_changed_counts_at_once()
    {
        var bucket = new TokenBucket(_clock);
        Taken(bucket, new(PerSecond: 1, Burst: 1));

        Assert.True(bucket.TryTake(new(PerSecond: 1000, Burst: 5000), out _));
    }

    [Fact]
    public void Threads_together_take_exactly_the_burst()
    {
        var bucket = new TokenBucket(_clock);
        var limit = new RateLimit(PerSecond: 10, Burst: 1000);
        var taken = 0;

        Parallel.For(0, 5000, _ =>
        {
            if (bucket.TryTake(limit, out var wait)) Interlocked.Increment(ref taken);
        });

        Assert.Equal(1000, taken);
    }

    static int Taken(TokenBucket bucket, RateLimit limit)
    {
        var taken = 0;
        while (bucket.TryTake(limit, out _)) taken++;
        return taken;
    }
}
