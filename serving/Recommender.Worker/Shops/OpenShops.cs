using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Recommender.Core;
using Recommender.Engine.Answers;
using Recommender.Engine.Pool;
using Recommender.Storage.Homes;

namespace Recommender.Worker.Shops;

/// <summary>The shops that a worker serves, each opened at its first question, over one pool of models.</summary>
sealed class OpenShops : IAsyncDisposable
{
    readonly ConcurrentDictionary<string, Lazy<ServedShop>> _shops = new(StringComparer.Ordinal);
    readonly HomeFolder _home;
    readonly TimeProvider _clock;
    readonly ILogger _logger;
    readonly CancellationTokenSource _closing = new();

    public OpenShops(HomeFolder home, PoolOptions pool, TimeProvider clock, ILogger logger)
    {
        (_home, _clock, _logger) = (home, clock, logger);
        Pool = new(tenant => home.Tenant(tenant).Models, pool with { WarmUp = WarmUp }, clock, logger);
    }

    /// <summary>The models of all tenants.</summary>
    public ModelPool Pool { get; }

    /// <summary>The storefront of a tenant that exists.</summary>
    public Storefront Of(string tenant) => Shop(tenant).Front;

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await Pool.DisposeAsync();
        foreach (var shop in _shops.Values) shop.Value.Dispose();
        _closing.Dispose();
    }

    ServedShop Shop(string tenant) => _shops.GetOrAdd(tenant, name => new(() => Open(name))).Value;

    ServedShop Open(string tenant) => new(_home.Tenant(tenant),
        shop => new(shop, model => Pool.TakeModel(tenant, model), matrix => Pool.TakeMatrix(tenant, matrix)), _clock);

    // A data set that cannot be read takes names and prices away, and no version with them.
    object? WarmUp(LiveVersion version)
    {
        var shop = Shop(version.Tenant);
        try
        {
            shop.ReadItems(version.Manifest, _closing.Token);
        }
        catch (Exception unread) when (unread is UserErrorException or IOException or UnauthorizedAccessException)
        {
            _logger.ItemsUnread(version.Tenant, version.Manifest.Dataset, unread.Message);
        }
        return shop.Front.Prepare(version);
    }
}
