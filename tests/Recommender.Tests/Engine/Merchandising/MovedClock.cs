namespace Recommender.Tests.Engine.Merchandising;

/// <summary>A clock that goes on only when it is told to.</summary>
sealed class MovedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;
}
