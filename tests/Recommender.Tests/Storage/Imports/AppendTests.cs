using Recommender.Storage.Cleaning;
using Recommender.Storage.Imports;
using Xunit;

namespace Recommender.Tests.Storage.Imports;

public sealed class AppendTests : IDisposable
{
    static readonly string[] Tables = ["purchases", "returns", "items", "customers"];

    readonly TemporaryImport _shop = new();
    readonly TemporaryImport _whole = new();

    public void Dispose()
    {
        _shop.Dispose();
        _whole.Dispose();
    }

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 0.9)]
    [InlineData(4, 0.97)]
    public void Two_parts_in_time_give_the_tables_of_the_whole(int seed, double share)
    {
        var lines = new DirtyShop(seed).Lines(600);
        var cut = (int)(share * lines.Count);
        while (Order(lines[cut]) == Order(lines[cut - 1])) cut++;

        Same(lines, lines.Take(cut), lines.Skip(cut));

        // Goods sold in the first part come back in the second.
        Assert.Contains(_shop.Rows("returns", "order_id, fate"), row => row.EndsWith("matched_sales", StringComparison.Ordinal) && lines.Take(cut).Any(line => Order(line) == row.Split('|')[0]));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(13)]
    public void Two_parts_of_any_orders_give_the_tables_of_the_whole(int seed)
    {
        var lines = new DirtyShop(seed).Lines(600);
        var random = new Random(seed);
        var later = lines.Select(Order).Distinct().Where(_ => random.Next(3) == 0).ToHashSet();

        Same(lines, lines.Where(line => !later.Contains(Order(line))), lines.Where(line => later.Contains(Order(line))));
    }

    [Fact]
    public void Appending_twice_changes_nothing()
    {
        var lines = new DirtyShop(21).Lines(300);
        Import(_shop, lines.Take(400), append: false);

        var once = Import(_shop, lines.Skip(400), append: true);
        var twice = Import(_shop, lines.Skip(400), append: true);

        Assert.False(twice.Written);
        Assert.Equal(once.Snapshot.Manifest.Hash, twice.Snapshot.Manifest.Hash);
        Assert.True(twice.Replaced > 0);
    }

    [Fact]
    public void A_line_of_the_same_order_and_item_replaces_the_former_one()
    {
        _shop.Import("default", "order,customer,item,quantity,amount,date", "1,ann,pen,1,2,2026-01-05", "1,ann,PEN,1,3,2026-01-05", "1,ann,ink,1,5,2026-01-05", "2,bob,pen,1,2,2026-01-06");

        var appended = _shop.Import(Appended("order,customer,item,quantity,amount,date", "1,ann,pen,4,8,2026-01-05", "3,cat,cap,1,9,2026-01-07"));

        Assert.Equal(2, appended.Replaced);
        Assert.Equal(["1|ink|1|5", "1|pen|4|8", "2|pen|1|2", "3|cap|1|9"], _shop.Rows("purchases", "order_id, item_id, quantity, amount"));
        Assert.Equal(2, appended.Snapshot.Manifest.RowsRead);
        Assert.Equal(2, appended.Profile.Counts.Values.Sum());
    }

    [Fact]
    public void The_former_snapshot_stays_as_it_was_and_is_the_parent_of_the_new_one()
    {
        var first = _shop.Import("off", "order,item,date", "1,pen,2026-01-05").Snapshot;

        var appended = _shop.Import(Appended("order,item,date", "2,ink,2026-01-06"));

        Assert.Equal(first.Manifest.Hash, appended.Snapshot.Manifest.Parent);
        Assert.Equal(["1|pen", "2|ink"], _shop.Rows("purchases", "order_id, item_id"));
        Assert.Equal(["1|pen"], TemporaryImport.Rows(first, "purchases", "order_id, item_id"));
    }

    [Fact]
    public void A_new_list_goes_before_the_former_one_and_blanks_keep_what_was_known()
    {
        var lines = _shop.Write("purchases.csv", "order,customer,item,date,brand", "1,ann,pen,2026-01-05,Acme", "1,ann,ink,2026-01-05,");
        _shop.Import(TemporaryImport.Request(lines) with
        {
            Items = _shop.Write("items.csv", "item,name,price", "pen,Pen,2", "cap,Cap,9"),
            Customers = _shop.Write("customers.csv", "id,name,Town", "ann,Ann,York"),
        });

        _shop.Import(Appended("order,customer,item,date", "2,bob,pen,2026-01-06") with
        {
            Items = _shop.Write("more.csv", "item,name,price,category", "pen,Better pen,3,Writing", "ink,Ink,4,Writing"),
            Customers = _shop.Write("newer.csv", "id,name,Age", "bob,Bob,40"),
        });

        Assert.Equal(["cap|Cap||9|", "ink|Ink|Writing|4|", "pen|Better pen|Writing|3|Acme"], _shop.Rows("items", "item_id, name, category, price, brand"));
        Assert.Equal(["ann|Ann|York|", "bob|Bob||40"], _shop.Rows("customers", "customer_id, name, town, age"));
    }

    [Fact]
    public void Customer_numbers_that_a_spreadsheet_spoilt_meet_the_former_ones()
    {
        _shop.Import("default", "order,customer,item,date", "1,13085,pen,2026-01-05");

        _shop.Import(Appended("order,customer,item,date", "2,13085.0,pen,2026-01-06") with { Cleaning = new() });

        Assert.Equal(["1|13085", "2|13085"], _shop.Rows("purchases", "order_id, customer_id"));
    }

    void Same(IEnumerable<string> whole, IEnumerable<string> first, IEnumerable<string> second)
    {
        Import(_whole, whole, append: false);
        Import(_shop, first, append: false);
        Import(_shop, second, append: true);

        foreach (var table in Tables) Assert.Equal(_whole.Rows(table), _shop.Rows(table));
    }

    static ImportResult Import(TemporaryImport shop, IEnumerable<string> lines, bool append) =>
        shop.Import(TemporaryImport.Request(shop.Write("lines.csv", [DirtyShop.Header, .. lines])) with
        {
            Append = append,
            Cleaning = CleaningOptions.Parse("default"),
            Columns = new Dictionary<string, string> { ["cancelled"] = "status" },
        });

    ImportRequest Appended(params string[] lines) => TemporaryImport.Request(_shop.Write("more-lines.csv", lines)) with { Append = true };

    static string Order(string line) => line[..line.IndexOf(',', StringComparison.Ordinal)];
}
