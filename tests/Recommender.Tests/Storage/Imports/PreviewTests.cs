using Xunit;

namespace Recommender.Tests.Storage.Imports;

public sealed class PreviewTests : IDisposable
{
    readonly TemporaryImport _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void A_preview_shows_ten_lines_as_they_would_be_read_and_writes_nothing()
    {
        var path = _shop.Write("lines.csv", ["order;customer;item;description;quantity;unit price;date", "X;ann;pen;Pen;many;1;31.01.2026",
            .. Enumerable.Range(1, 40).Select(i => $"{i};;pen;Pen;2;1,25;{1 + (i % 28):00}.01.2026")]);

        var preview = _shop.Preview(TemporaryImport.Request(path));

        Assert.Equal(["order_id", "item_id", "quantity", "amount", "purchased_at", "name"], preview.Columns);
        Assert.Equal(10, preview.Rows.Count);
        Assert.Equal(["1", "pen", "2", "2.5", "2026-01-02 00:00:00", "Pen"], preview.Rows[0]);
        var reject = Assert.Single(preview.Rejects);
        Assert.Equal((2, "quantity", "many"), (reject.Line, reject.Column, reject.Value));
        Assert.Equal(41, preview.Read);
        Assert.Equal(("day.month.year", "decimal comma", "UTC"), (preview.Found.Dates, preview.Found.Numbers, preview.Found.TimeZone));
        Assert.Contains(preview.Found.Columns, column => column is { Table: "purchases", Column: "unit_price", From: "unit price" });
        Assert.False(Directory.Exists(_shop.Home.Path));
    }

    [Fact]
    public void A_preview_leaves_a_home_with_data_as_it_is()
    {
        _shop.Import("off", "order,item,date", "1,pen,2026-01-05");
        var before = Listing();

        _shop.Preview(TemporaryImport.Request(_shop.Write("other.csv", "order,item,date", "2,ink,2026-01-05")));

        Assert.Equal(before, Listing());
    }

    [Fact]
    public void A_preview_says_how_much_of_a_bad_mapping_would_be_rejected()
    {
        var preview = _shop.Preview(TemporaryImport.Request(_shop.Write("lines.csv", ["order,item,date", .. Enumerable.Range(1, 30).Select(i => $"{i},pen,soon")])));

        Assert.Equal(10, preview.Rejects.Count);
        Assert.Empty(preview.Rows);
    }

    string[] Listing() => [.. Directory.EnumerateFileSystemEntries(_shop.Home.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => $"{path} {File.GetLastWriteTimeUtc(path):O}")];
}
