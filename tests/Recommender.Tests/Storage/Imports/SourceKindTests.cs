using DuckDB.NET.Data;
using Recommender.Storage;
using Recommender.Storage.Sources;
using Recommender.Tests.Storage.Sources.Excel;
using Xunit;

namespace Recommender.Tests.Storage.Imports;

public sealed class SourceKindTests : IDisposable
{
    const string Columns = "order_id, customer_id, item_id, quantity, amount, purchased_at";

    static readonly string[] Lines = ["1|ann|pen|2|3.5|2026-01-05 10:00:00", "2||ink|1|4|2026-01-06 11:30:00"];

    readonly TemporaryImport _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Parquet_is_read_with_its_own_types()
    {
        var path = Path.Combine(_shop.Sources, "lines.parquet");
        Parquet(path, "SELECT 1 AS order_no, 'ann' AS customer, 'pen' AS item, 2.0 AS qty, 3.5 AS total, TIMESTAMPTZ '2026-01-05 10:00:00+00' AS date "
            + "UNION ALL SELECT 2, NULL, 'ink', 1, 4, TIMESTAMPTZ '2026-01-06 12:30:00+01'");

        var result = _shop.Import(TemporaryImport.Request(path) with { Formats = new() { TimeZone = "Europe/Berlin" } });

        Assert.Equal(Lines, _shop.Rows("purchases", Columns));
        Assert.Equal("parquet", result.Snapshot.Manifest.Source.Kind);
    }

    [Fact]
    public void Customer_numbers_that_parquet_holds_as_floats_are_whole_again()
    {
        var path = Path.Combine(_shop.Sources, "lines.parquet");
        Parquet(path, "SELECT 1 AS order_no, CAST(13085 AS DOUBLE) AS customer, 'pen' AS item, DATE '2026-01-05' AS date");

        _shop.Import(TemporaryImport.Request(path) with { Cleaning = new() });

        Assert.Equal(["13085|2026-01-05 00:00:00"], _shop.Rows("purchases", "customer_id, purchased_at"));
    }

    [Fact]
    public void A_broken_parquet_file_is_refused()
    {
        var path = Path.Combine(_shop.Sources, "lines.parquet");
        File.WriteAllBytes(path, "PAR1 and nothing that follows"u8.ToArray());

        Assert.StartsWith("'lines.parquet' cannot be read as Parquet (", _shop.Refusal(TemporaryImport.Request(path)));
    }

    [Fact]
    public void A_sheet_of_a_workbook_is_read_with_its_dates_and_numbers()
    {
        var path = Path.Combine(_shop.Sources, "lines.xlsx");
        object?[]?[] rows =
        [
            ["order", "customer", "item", "quantity", "amount", "date"],
            [1, "ann", "pen", 2, 3.5, new DateTime(2026, 1, 5, 10, 0, 0)], [2, null, "ink", 1, 4, new DateTime(2026, 1, 6, 11, 30, 0)],
        ];
        XlsxWriter.Write(path, ("Notes", false, [["nothing here"], ["at all"]]), ("Lines", false, rows));

        var result = _shop.Import(TemporaryImport.Request() with { Sources = [new ImportSource.OfFile(path, "Lines")] });

        Assert.Equal(Lines, _shop.Rows("purchases", Columns));
        Assert.Equal("excel", result.Snapshot.Manifest.Source.Kind);
    }

    [Fact]
    public void A_folder_is_read_with_the_shops_lists()
    {
        _shop.Write("orders.csv", "order,customer,item,quantity,amount,date", "1,ann,pen,2,3.5,2026-01-05 10:00", "2,,ink,1,4,2026-01-06 11:30");
        _shop.Write("products.csv", "id,name,category,price", "pen,Pen,Writing,1.75", "cap,Cap,Clothing,9");
        _shop.Write("customers.csv", "id,Full Name,Birth Year,Position,country", "ann,Ann,1990,Clerk,UK");
        _shop.Write("readme.md", "not data");

        var result = _shop.Import(TemporaryImport.Request(_shop.Sources));

        Assert.Equal(Lines, _shop.Rows("purchases", Columns));
        Assert.Equal(["cap|Cap|Clothing|9", "ink|||4", "pen|Pen|Writing|1.75"], _shop.Rows("items", "item_id, name, category, price"));
        Assert.Equal(["ann|UK|Ann|1990|Clerk"], _shop.Rows("customers", "customer_id, region, full_name, birth_year, position"));
        Assert.Equal(["orders.csv", "products.csv", "customers.csv"], result.Snapshot.Manifest.Source.Files.Select(file => file.Name));
    }

    [Fact]
    public void Files_of_one_form_are_one_source_whatever_the_order_of_their_columns()
    {
        var result = _shop.Import(TemporaryImport.Request(
            _shop.Write("a.csv", "order,customer,item,quantity,amount,date", "1,ann,pen,2,3.5,2026-01-05 10:00"),
            _shop.Write("b.csv", "Date;Amount;Item;Store;Order;Quantity", "2026-01-06 11:30;4;ink;York;2;1", "2026-01-06 11:30;4;cap;York;2;1")));

        Assert.Equal([.. Lines[..1], "2||cap|1|4|2026-01-06 11:30:00", Lines[1]], _shop.Rows("purchases", Columns));
        Assert.Equal(["", "York", "York"], _shop.Rows("purchases", "site_id").Order());
        Assert.Equal(3, result.Profile.Source.Rows);
        Assert.Equal(["a.csv", "b.csv"], result.Found.Files.Select(file => file.Name));
    }

    static void Parquet(string path, string query)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        connection.Run($"COPY ({query}) TO $path (FORMAT parquet)", TestContext.Current.CancellationToken, ("path", path));
    }
}
