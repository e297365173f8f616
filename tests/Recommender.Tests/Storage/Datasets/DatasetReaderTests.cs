using Recommender.Core.Datasets;
using Recommender.Core.Interactions;
using Recommender.Storage.Datasets;
using Recommender.Tests.Storage.Imports;
using Xunit;

namespace Recommender.Tests.Storage.Datasets;

public sealed class DatasetReaderTests : IDisposable
{
    readonly TemporaryImport _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Customers_items_and_baskets_are_numbered_in_the_order_of_their_ids_and_times()
    {
        _shop.Import("off", "order,customer,item,quantity,amount,date",
            "o2,zoe,soap,2,6.50,2026-02-01 10:00", "o1,zoe,soap,1,3.25,2026-01-01 10:00", "o1,zoe,brush,1,9,2026-01-01 10:00", "o3,adam,soap,1,3.25,2026-01-05", "o4,,brush,1,9,2026-01-06");

        var dataset = Read(new(Parts: DatasetParts.Quantities | DatasetParts.Amounts));

        Assert.Equal(["adam", "zoe"], Names(dataset.Customers));
        Assert.Equal(["brush", "soap"], Names(dataset.Items));
        Assert.Equal([1], dataset.Baskets.Of(0).Items.ToArray());
        Assert.Equal([0, 1, 1], dataset.Baskets.Of(1).Items.ToArray());
        Assert.Equal([0], dataset.Baskets.ItemsOf(3).ToArray());
        Assert.Equal([1f, 1, 1, 2, 1], dataset.Baskets.Quantities.ToArray());
        Assert.Equal([3.25f, 9, 3.25f, 6.5f, 9], dataset.Baskets.Amounts.ToArray());
        Assert.Equal(31 * ShopBaskets.MinutesPerDay, dataset.Baskets.Of(1).Times[1] - dataset.Baskets.Of(1).Times[0]);
        Assert.True(dataset.HasTimes);
        Assert.Equal(dataset.Baskets.Of(1).Times[1] + 1, dataset.Now);
    }

    [Fact]
    public void The_last_rating_of_a_pair_is_kept()
    {
        _shop.Import("off", "customer,item,rating,date", "ann,book,2,2026-01-01", "ann,book,5,2026-02-01", "bob,book,3,2026-01-01");

        var ratings = Read(new(Parts: DatasetParts.Ratings)).Ratings!;

        Assert.Equal([5f], ratings.RowValues(0).ToArray());
        Assert.Equal([3f], ratings.RowValues(1).ToArray());
    }

    [Fact]
    public void The_catalogue_stands_in_the_order_of_the_items()
    {
        _shop.Import("off", "order,customer,item,description,category,quantity,amount,date", "o1,ann,b,Brush,Bath,1,8,2026-01-01", "o1,ann,a,Soap,,1,3,2026-01-01");

        var catalogue = Read(new(Parts: DatasetParts.Catalogue)).Catalogue;

        Assert.Equal(["Soap", "Brush"], catalogue.Names);
        Assert.Equal([null, "Bath"], catalogue.Categories);
        Assert.Empty(catalogue.Brands);
        Assert.Equal([3f, 8f], catalogue.Prices);
    }

    [Fact]
    public void At_a_level_groups_are_the_items_and_the_hash_says_so()
    {
        _shop.Import("off", "order,customer,item,category,quantity,amount,date", "o1,ann,a,Bath,1,8,2026-01-01", "o1,ann,b,Bath,1,3,2026-01-01", "o1,ann,c,,1,3,2026-01-01");

        var dataset = Read(new(Level.Category));

        Assert.Equal(["(none)", "Bath"], Names(dataset.Items));
        Assert.Equal([0, 1], dataset.Baskets.Of(0).Items.ToArray());
        Assert.EndsWith(":category", dataset.Hash);
    }

    Dataset Read(DatasetRequest request) => DatasetReader.Read(_shop.Home, _shop.Current, request, TestContext.Current.CancellationToken);

    static string[] Names(Vocabulary vocabulary) => [.. Enumerable.Range(0, vocabulary.Count).Select(entry => vocabulary[entry])];
}
