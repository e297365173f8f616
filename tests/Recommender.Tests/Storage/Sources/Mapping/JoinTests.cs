using Recommender.Storage.Sources.Mapping;
using Recommender.Tests.Storage.Imports;
using Xunit;

namespace Recommender.Tests.Storage.Sources.Mapping;

public sealed class JoinTests : IDisposable
{
    const string Yaml =
        """
        files: { orders: orders.csv, lines: lines.csv, goods: goods*.csv }
        purchases:
          from: lines
          join:
            - { file: orders, on: { order: id } }
            - { file: goods, on: { lines.item: code } }
          columns: { order_id: orders.id, customer_id: customer, item_id: item, name: title, quantity: pieces, amount: money, purchased_at: day }
        items:
          from: goods
          latest: since
          columns: { item_id: code, name: title, price: price }
        """;

    readonly TemporaryImport _shop = new();

    public JoinTests()
    {
        _shop.Write("orders.csv", "id,customer,day", "1,ann,2026-01-05", "2,bob,2026-01-06", "2,twice,2026-01-07");
        _shop.Write("lines.csv", "order,item,pieces,money", "1,pen,2,3", "1,ink,1,4", "2,pen,1,1.5", "2,cap,1,9");
        _shop.Write("goods.csv", "code,title,price,since", "pen,Old pen,1,2024-01-01", "pen,New pen,2,2025-01-01", "pen,Older pen,3,2023-01-01", "ink,Ink,4,");
    }

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void A_join_never_multiplies_lines_and_takes_the_first_row_of_a_key()
    {
        _shop.ImportMapped(Yaml, _shop.Sources);

        Assert.Equal(
            ["1|ann|ink|1|4|2026-01-05 00:00:00", "1|ann|pen|2|3|2026-01-05 00:00:00", "2|bob|cap|1|9|2026-01-06 00:00:00", "2|bob|pen|1|1.5|2026-01-06 00:00:00"],
            _shop.Rows("purchases", "order_id, customer_id, item_id, quantity, amount, purchased_at"));
    }

    [Fact]
    public void The_latest_row_describes_an_item_where_several_do()
    {
        _shop.ImportMapped(Yaml, _shop.Sources);

        Assert.Equal(["cap||9", "ink|Ink|4", "pen|New pen|2"], _shop.Rows("items", "item_id, name, price"));
    }

    [Fact]
    public void Several_files_of_one_name_pattern_are_one_file()
    {
        _shop.Write("goods2.csv", "since,code,title,price", "2026-01-01,cap,Cap,8");

        _shop.ImportMapped(Yaml, _shop.Sources);

        Assert.Equal(["cap|Cap|8", "ink|Ink|4", "pen|New pen|2"], _shop.Rows("items", "item_id, name, price"));
    }

    [Theory]
    [InlineData("quantity: pieces", "quantity: peices", "Column 'peices' is unknown in lines.csv and orders.csv and goods.csv. Did you mean 'pieces'? Known: order, item, pieces, money, id,")]
    [InlineData("on: { order: id }", "on: { order: idd }", "Column 'idd' is unknown in orders.csv. Did you mean 'id'? Known: id, customer, day.")]
    [InlineData("on: { order: id }", "on: { oder: id }", "Column 'oder' is unknown in lines.csv. Did you mean 'order'?")]
    [InlineData("file: orders,", "file: odrers,", "The mapping of purchases names the file 'odrers', which 'files' does not list. Did you mean 'orders'?")]
    [InlineData("goods: goods*.csv", "goods: wares*.csv", "No file like 'wares*.csv' (goods) is in '")]
    public void A_misspelt_name_is_named_with_the_one_that_was_meant(string right, string wrong, string complaint)
    {
        Assert.Contains(right, Yaml);

        Assert.StartsWith(complaint, _shop.Refusal(TemporaryImport.Request(_shop.Sources) with { Mapping = MappingDocument.Parse(Yaml.Replace(right, wrong), "shop.yaml") }));
    }
}
