namespace Recommender.Tests;

/// <summary>A clock that stands until the test moves it.</summary>
sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
