using Xunit;

namespace Recommender.Tests.Storage.Imports;

public sealed class UnusableSourceTests : IDisposable
{
    readonly TemporaryImport _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("", "shop.csv' is empty: a table starts with a line of column names")]
    [InlineData("order,item,date\n", "shop.csv holds no rows below its header: export it again with data in it.")]
    [InlineData("order,thing,date\n1,pen,2026-01-05\n", "shop.csv has no column for the item bought (item_id): its columns are order, thing, date. Rename one (such as StockCode, sku or product_id) or name it with --column item_id=<column>.")]
    [InlineData("item,date\npen,2026-01-05\n", "shop.csv has no column for the order (order_id): its columns are item, date. Rename one (such as Invoice, order_id or receipt_no) or name it with --column order_id=<column>.")]
    [InlineData("order,item\n1,pen\n", "shop.csv has no column for the moment of purchase (purchased_at): its columns are order, item. Rename one (such as InvoiceDate, order_date or timestamp) or name it with --column purchased_at=<column>.")]
    public void A_source_that_cannot_be_used_is_refused_in_one_line_and_nothing_is_written(string text, string complaint)
    {
        var path = Path.Combine(_shop.Sources, "shop.csv");
        File.WriteAllText(path, text);

        var refusal = _shop.Refusal(TemporaryImport.Request(path));

        Assert.EndsWith(complaint, refusal);
        Assert.DoesNotContain('\n', refusal);
        Assert.False(Directory.Exists(_shop.Home.Dataset("default", "shop").Path), "a first import that fails leaves no empty dataset");
    }

    [Fact]
    public void A_missing_file_is_named() => Assert.Contains("nowhere.csv", _shop.Refusal(TemporaryImport.Request(Path.Combine(_shop.Sources, "nowhere.csv"))));

    [Fact]
    public void A_folder_without_purchases_says_what_to_call_them()
    {
        _shop.Write("things.csv", "order,item,date", "1,pen,2026-01-05");

        Assert.Contains("holds no file of purchases: name one purchases.csv (or orders, sales, transactions)", _shop.Refusal(TemporaryImport.Request(_shop.Sources)));
    }

    [Theory]
    [InlineData("items.csv", "Items", "name,price", "items.csv has no column that names the item: rename one to item_id; its columns are name, price.")]
    [InlineData("customers.csv", "Customers", "name,town", "customers.csv has no column that names the customer: rename one to customer_id; its columns are name, town.")]
    public void A_list_without_ids_is_refused(string file, string list, string header, string complaint)
    {
        var lists = _shop.Write(file, header, "a,b");
        var request = TemporaryImport.Request(_shop.Write("purchases.csv", "order,item,date", "1,pen,2026-01-05"));

        Assert.Equal(complaint, _shop.Refusal(list == "Items" ? request with { Items = lists } : request with { Customers = lists }));
    }

    [Fact]
    public void An_import_that_fails_leaves_the_former_snapshot_in_its_place()
    {
        var first = _shop.Import("off", "order,item,date", "1,pen,2026-01-05").Snapshot;

        _shop.Refusal(TemporaryImport.Request(_shop.Write("bad.csv", "order,item,date", "1,,2026-01-05")));

        Assert.Equal(first.Name, _shop.Current.Name);
        Assert.Equal([first.Name, "current.json"], Directory.GetFileSystemEntries(_shop.Home.Dataset("default", "shop").Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Appending_where_nothing_is_says_to_import_first() =>
        Assert.Contains("has no data", _shop.Refusal(TemporaryImport.Request(_shop.Write("purchases.csv", "order,item,date", "1,pen,2026-01-05")) with { Append = true }));
}
