namespace Recommender.Engine.Pool;

/// <summary>What every model of a pool is loaded with.</summary>
sealed record Surroundings(PoolOptions Options, TimeProvider Clock, VersionLoader Loader, PoolReports Reports, CancellationToken Stopping) : IDisposable
{
    /// <summary>Models that have nothing live, whose questions wait.</summary>
    public SemaphoreSlim FirstLoads { get; } = new(Options.Loading);

    /// <summary>Models that answer meanwhile: they never keep a first load waiting.</summary>
    public SemaphoreSlim Swaps { get; } = new(Options.Loading);

    public void Dispose()
    {
        FirstLoads.Dispose();
        Swaps.Dispose();
    }
}
