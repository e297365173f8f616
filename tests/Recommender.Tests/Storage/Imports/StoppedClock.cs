namespace Recommender.Tests.Storage.Imports;

/// <summary>A clock that stands at the end of 2026, so that what counts as the future never changes.</summary>
sealed class StoppedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 12, 31, 12, 0, 0, TimeSpan.Zero);
}
