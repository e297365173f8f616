using Recommender.Storage.Cleaning;
using Xunit;

namespace Recommender.Tests.Storage.Imports;

public sealed class CountsTests : IDisposable
{
    static readonly string[] Counts =
        ["rejected", "duplicates", "non_product", "cancellations", "returns", "matched_sales", "bulk_outliers", "suppressed", "kept"];

    readonly TemporaryImport _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData(1, "default")]
    [InlineData(2, "default")]
    [InlineData(3, "off")]
    [InlineData(4, "matched_sales=off,bulk_outliers=off")]
    [InlineData(5, "reference")]
    [InlineData(6, "cancellations=off,variants=on")]
    [InlineData(7, "returns=off,duplicates=off")]
    public void Every_line_of_the_source_is_in_exactly_one_count(int seed, string clean)
    {
        var lines = new DirtyShop(seed).Lines(500).ToList();
        lines[7] += ",one field too many";

        var result = _shop.Import(TemporaryImport.Request(_shop.Write("lines.csv", [DirtyShop.Header, .. lines])) with
        {
            Cleaning = CleaningOptions.Parse(clean) with { MaxRejected = 1 },
            Columns = new Dictionary<string, string> { ["cancelled"] = "status" },
        });

        var manifest = result.Snapshot.Manifest;
        Assert.Equal(Counts, manifest.Counts.Keys);
        Assert.Equal(lines.Count, manifest.RowsRead);
        Assert.Equal(lines.Count, manifest.Counts.Values.Sum());
        Assert.Equal(manifest.Counts["kept"], _shop.Rows("purchases", "1").Length);
        Assert.Equal(manifest.Counts["rejected"], _shop.Rows("rejects", "1").Length);
        if (clean != "reference")
            Assert.Equal(["cancellations", "returns", "matched_sales", "bulk_outliers"], ((string[])["cancellations", "returns", "matched_sales", "bulk_outliers"])
                .Where(fate => manifest.Counts[fate] == _shop.Rows("returns", "fate").Count(row => row == fate)));
        if (clean == "default") Assert.All(Counts.Except(["suppressed", "returns"]), count => Assert.True(manifest.Counts[count] > 0, count));
    }
}
