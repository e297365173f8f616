using Recommender.Core.Baskets;
using Recommender.Core.Baskets.Itemsets;
using Recommender.Core.Datasets;
using Recommender.Storage.Cleaning;
using Recommender.Storage.Datasets;
using Recommender.Tests.Storage;
using Recommender.Tests.Storage.Imports;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Itemsets;

/// <summary>The itemsets of two real shops, as other programs count them.</summary>
public sealed class ReferenceItemsetTests
{
    [Theory]
    [InlineData(0.01, 333, 333, 243)]
    [InlineData(0.001, 13_492, 13_464, 7_794)]
    [InlineData(0.0005, 49_580, 46_267, 22_725)]
    public void Groceries_give_the_reference_counts(double support, long frequent, long closed, long maximal)
    {
        var baskets = Groceries();
        Assert.Equal(9_835, baskets.Count);
        Check(baskets, (int)Math.Ceiling(support * baskets.Count), frequent, closed, maximal);
    }

    [Fact]
    public void Retail_baskets_give_the_reference_counts_in_flat_memory()
    {
        var baskets = Retail();
        Assert.Equal((39_516, 4_708, 991_910), (baskets.Count, baskets.ItemCount, baskets.Lines.Count));
        Check(baskets, 400, 1_334, 1_334, 974);
        Check(baskets, 200, 7_725, 7_725, 5_434);
        Check(baskets, 100, 78_512, 78_496, 51_415);
        Check(baskets, 60, 1_169_828, 1_132_757, 581_529);
        Check(baskets, 40, 95_624_930, 47_068_454, 15_767_731);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Mined.Count(baskets, new() { MinCount = 40, Threads = 1 });
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100L << 20);
    }

    static void Check(BasketSet baskets, int minCount, params ReadOnlySpan<long> expected)
    {
        for (var kind = ItemsetKind.Frequent; kind <= ItemsetKind.Maximal; kind++)
            Assert.Equal(expected[(int)kind], Mined.Count(baskets, new() { Kind = kind, MinCount = minCount }).Itemsets);
    }

    static BasketSet Groceries()
    {
        var rows = File.ReadLines(SharedData.Path("groceries/baskets.csv")).Select(line => line.Split(',')).ToArray();
        var items = rows.SelectMany(row => row).Distinct().Order(StringComparer.Ordinal).ToArray();
        return SmallBaskets.Set(rows.Length, items.Length, rows.SelectMany((row, basket) => row.Distinct().Select(item => (basket, Array.BinarySearch(items, item, StringComparer.Ordinal)))));
    }

    static BasketSet Retail()
    {
        using var shop = new TemporaryImport();
        shop.Import(TemporaryImport.Request(SharedData.Path("online-retail-ii.csv.gz")) with { Cleaning = CleaningOptions.Parse("reference-baskets"), Resources = new(2, "1GB") });
        var dataset = DatasetReader.Read(shop.Home, shop.Current, new(), TestContext.Current.CancellationToken);
        return new() { Lines = new CsrMatrix(dataset.Baskets.Starts, dataset.Baskets.Items, default, dataset.Items.Count), Items = dataset.Items };
    }
}
