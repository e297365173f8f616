using Recommender.Tests.Storage.Imports;
using Xunit;

namespace Recommender.Tests.Storage.Sources.Mapping;

public sealed class RowFilterTests : IDisposable
{
    static readonly string[] Lines =
    [
        "bon,day,state,item,pieces", "1,2026-01-05,open,pen,1", "1,,,ink,2", "2,2026-01-06,void,pen,3", "2,,,cap,4", "3,2026-01-07,OPEN,pen,0", "3,,,ink,6",
    ];

    readonly TemporaryImport _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Where_takes_rows_of_the_listed_values_whatever_their_case()
    {
        Import("where: { state: [open, OTHER] }\n  where_not: { pieces: [\"0\"] }");

        Assert.Equal(["1|pen|1"], _shop.Rows("purchases", "order_id, item_id, quantity"));
    }

    [Fact]
    public void Where_not_leaves_rows_of_the_listed_values_out_and_they_are_no_lines_of_the_source()
    {
        var result = Import("where_not: { state: [void], pieces: [\"0\"] }\n  fill_within: bon\n  fill: [day]");

        Assert.Equal(["1|ink|2", "1|pen|1", "2|cap|4", "3|ink|6"], _shop.Rows("purchases", "order_id, item_id, quantity"));
        Assert.Equal(4, result.Profile.Source.Rows);
    }

    [Fact]
    public void A_filter_sees_what_was_filled_in_and_filling_sees_the_rows_that_a_filter_leaves_out()
    {
        Import("where_not: { state: [void], pieces: [\"0\"] }\n  fill_within: bon\n  fill: [day, state]");

        Assert.Equal(
            ["1|ink|2026-01-05 00:00:00", "1|pen|2026-01-05 00:00:00", "3|ink|2026-01-07 00:00:00"],
            _shop.Rows("purchases", "order_id, item_id, purchased_at"));
    }

    Recommender.Storage.Imports.ImportResult Import(string filters) => _shop.ImportMapped(
        $"purchases:\n  from: lines\n  {filters}\n  columns: {{ order_id: bon, item_id: item, quantity: pieces, purchased_at: day }}",
        _shop.Write("lines.csv", Lines));
}
