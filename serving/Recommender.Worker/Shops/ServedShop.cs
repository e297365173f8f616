using Recommender.Core.Store;
using Recommender.Engine.Answers;
using Recommender.Engine.Assortments;
using Recommender.Storage.Datasets;
using Recommender.Storage.Homes;

namespace Recommender.Worker.Shops;

/// <summary>One tenant as it is served: its storefront, its customers, and its items as the newest data set knows them.</summary>
sealed class ServedShop : IDisposable
{
    readonly TenantFolder _tenant;
    readonly KnownCustomers _customers;
    readonly Lock _reading = new();
    readonly Dictionary<string, string> _read = new(StringComparer.Ordinal);   // the snapshot whose items are in the assortment, by data set

    public ServedShop(TenantFolder tenant, Func<Shop, Storefront> open, TimeProvider clock)
    {
        _tenant = tenant;
        _customers = new(tenant, clock);
        Front = open(new(tenant.Name, new Assortment(), clock) { HashOf = _customers.HashOf });
    }

    public Storefront Front { get; }

    public void Dispose() => _customers.Dispose();

    /// <summary>Brings the items up to the current snapshot of the data set that a version learned from; one that is not here leaves what is known.</summary>
    public void ReadItems(ModelManifest manifest, CancellationToken cancellationToken)
    {
        lock (_reading)
        {
            if (_tenant.Datasets.FirstOrDefault(dataset => dataset.Name == manifest.Dataset)?.CurrentOrNull is not { } snapshot) return;
            if (_read.GetValueOrDefault(manifest.Dataset) == snapshot.Manifest.Hash) return;

            var (items, facts) = ItemReader.Read(_tenant.Home, snapshot, cancellationToken);
            Front.Shop.Assortment.Refresh(items, facts);
            _read[manifest.Dataset] = snapshot.Manifest.Hash;
        }
    }
}
