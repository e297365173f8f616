using Recommender.Core.Baskets;
using Recommender.Storage.Cleaning;
using Recommender.Storage.Datasets;
using Recommender.Tests.Storage;
using Recommender.Tests.Storage.Imports;
using Xunit;

namespace Recommender.Tests.Core.Baskets.CrossSell;

/// <summary>The retail baskets of the reference figures, one an invoice, anonymous ones too.</summary>
sealed class RetailBaskets : IDisposable
{
    readonly TemporaryImport _shop = new();

    public RetailBaskets()
    {
        _shop.Import(TemporaryImport.Request(SharedData.Path("online-retail-ii.csv.gz")) with { Cleaning = CleaningOptions.Parse("reference-baskets"), Resources = new(2, "1GB") });
        var dataset = DatasetReader.Read(_shop.Home, _shop.Current, new(), TestContext.Current.CancellationToken);
        Baskets = new() { Lines = new(dataset.Baskets.Starts, dataset.Baskets.Items, default, dataset.Items.Count), Items = dataset.Items, Times = dataset.Baskets.Times };
    }

    public BasketSet Baskets { get; }

    public void Dispose() => _shop.Dispose();
}
