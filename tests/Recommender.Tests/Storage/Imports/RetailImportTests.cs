using Recommender.Storage.Cleaning;
using Xunit;

namespace Recommender.Tests.Storage.Imports;

public sealed class RetailImportTests : IDisposable
{
    readonly TemporaryImport _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void The_online_retail_file_imports_whole_with_its_known_totals()
    {
        var result = Import("default");

        var manifest = result.Snapshot.Manifest;
        Assert.Equal(1_044_847, manifest.RowsRead);
        Assert.Equal(1_044_847, manifest.Counts.Values.Sum());
        var source = result.Profile.Source;
        Assert.Equal((1_044_847, 53_628, 5_942, 5_305), (source.Rows, source.Orders, source.Customers, source.Items));
        Assert.Equal(new DateTime(2009, 12, 1, 7, 45, 0), manifest.From);
    }

    [Fact]
    public void The_reference_filter_gives_the_reference_figures_of_customers()
    {
        var manifest = Import("reference").Snapshot.Manifest;

        Assert.Equal((36_594, 5_852, 4_619, 480_971), (manifest.Baskets, manifest.Customers, manifest.Items, manifest.Pairs));
        Assert.Equal(["5224|4403|387122"], TemporaryImport.Query(
            "SELECT count(DISTINCT customer_id), count(DISTINCT item_id), count(DISTINCT (customer_id, item_id)) FROM read_parquet($path) WHERE purchased_at < TIMESTAMP '2011-09-01'",
            ("path", _shop.Current.Purchases)));
    }

    [Fact]
    public void The_reference_filter_of_baskets_gives_the_reference_figures_of_baskets()
    {
        var result = Import("reference-baskets");

        Assert.Equal((39_516, 4_708, 1_106), (result.Profile.Baskets.Count, result.Profile.Baskets.Items, result.Profile.Baskets.LargestSize));
        Assert.Equal(["991910"], TemporaryImport.Query("SELECT count(DISTINCT (order_id, item_id)) FROM read_parquet($path)", ("path", _shop.Current.Purchases)));
    }

    Recommender.Storage.Imports.ImportResult Import(string clean) =>
        _shop.Import(TemporaryImport.Request(SharedData.Path("online-retail-ii.csv.gz")) with { Cleaning = CleaningOptions.Parse(clean), Resources = new(2, "1GB") });
}
