using Recommender.Core.Store;
using Recommender.Engine.Pool;
using Recommender.Tests.Storage;

namespace Recommender.Tests.Engine.Pool;

/// <summary>Stores of their own for one test, and a pool over them that looks often.</summary>
public abstract class PoolFixture : IAsyncDisposable
{
    protected const string Tenant = "default";

    readonly TemporaryFolder _place = new();
    ModelPool? _pool;

    protected static CancellationToken Token => SmallVersions.Token;

    protected RememberedLog Log { get; } = new();

    protected StoredModel Beauty => Store(Tenant).Model("beauty");

    protected ModelPool Pool => _pool ??= Open(new() { Poll = TimeSpan.FromMilliseconds(20) });

    public async ValueTask DisposeAsync()
    {
        if (_pool is not null) await _pool.DisposeAsync();
        _place.Dispose();
        GC.SuppressFinalize(this);
    }

    protected ModelPool Open(PoolOptions options) => _pool = new(Store, options, TimeProvider.System, Log);

    protected ModelStore Store(string tenant) => new(_place.File($"models/{tenant}"));

    /// <summary>The version that a reference gives now.</summary>
    protected int Version(string? reference = "beauty", string tenant = Tenant)
    {
        using var lease = Pool.TakeModel(tenant, reference);
        return lease.Version.Version;
    }

    protected string Sentence(string? reference = "beauty", string tenant = Tenant) => Xunit.Assert.Throws<NoModelException>(() => Version(reference, tenant)).Message;

    /// <summary>Waits for what the pool does by itself; how long that may take is held where nothing else keeps the machine busy.</summary>
    protected static async Task Soon(Func<bool> holds)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (!holds())
        {
            Xunit.Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), "It does not come.");
            await Task.Delay(5, Token);
        }
    }
}
