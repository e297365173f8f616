using Recommender.Tests.Storage.Imports;
using Xunit;

namespace Recommender.Tests.Storage.Sources.Mapping;

public sealed class NamedColumnTests : IDisposable
{
    readonly TemporaryImport _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("InvoiceNo,StockCode,Quantity,UnitPrice,InvoiceDate,CustomerID")]
    [InlineData("invoice no.,Stock Code,QTY,unit_price,Order Date,Customer ID")]
    [InlineData("receipt_number,sku,pieces,Price,timestamp,client no")]
    public void Columns_are_found_by_their_usual_names_however_they_are_written(string header)
    {
        _shop.Import("off", header, "A1,pen,2,1.50,2026-01-05 10:00,ann");

        Assert.Equal(["A1|ann|pen|2|3|2026-01-05 10:00:00"], _shop.Rows("purchases", "order_id, customer_id, item_id, quantity, amount, purchased_at"));
    }

    [Fact]
    public void A_column_named_by_a_person_goes_before_what_was_found_out()
    {
        var request = TemporaryImport.Request(_shop.Write("lines.csv", "order,item,code,date", "1,Pen,P-1,2026-01-05"));

        _shop.Import(request with { Columns = new Dictionary<string, string> { ["item_id"] = "code" } });

        Assert.Equal(["P-1"], _shop.Rows("purchases", "item_id"));
    }

    [Theory]
    [InlineData("itemid", "code", "--column itemid=code: 'itemid' is no column of purchases. Did you mean 'item_id'?")]
    [InlineData("item_id", "coed", "Column 'coed' is unknown in lines.csv. Did you mean 'code'? Known: order, item, code, date.")]
    public void A_misspelt_name_is_named_with_the_one_that_was_meant(string canonical, string column, string complaint)
    {
        var request = TemporaryImport.Request(_shop.Write("lines.csv", "order,item,code,date", "1,Pen,P-1,2026-01-05"));

        Assert.StartsWith(complaint, _shop.Refusal(request with { Columns = new Dictionary<string, string> { [canonical] = column } }));
    }

    [Fact]
    public void Without_order_numbers_what_a_customer_takes_on_one_day_is_one_order()
    {
        _shop.Import("off", "customer,item,date", "ann,pen,2026-01-05 10:00", "ann,ink,2026-01-05 18:00", "ann,pen,2026-01-06 10:00", "bob,pen,2026-01-05 10:00");

        Assert.Equal(
            ["ann@2026-01-05|ink", "ann@2026-01-05|pen", "ann@2026-01-06|pen", "bob@2026-01-05|pen"], _shop.Rows("purchases", "order_id, item_id"));
    }

    [Fact]
    public void Without_a_quantity_a_line_is_one_piece()
    {
        _shop.Import("off", "order,item,date,total", "1,pen,2026-01-05,3");

        Assert.Equal(["1|3"], _shop.Rows("purchases", "quantity, amount"));
    }
}
