using Recommender.Tests.Storage.Imports;
using Xunit;

namespace Recommender.Tests.Storage.Sources.Mapping;

public sealed class ColumnSourceTests : IDisposable
{
    readonly TemporaryImport _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void The_first_column_that_is_not_blank_is_taken() =>
        Assert.Equal(["1|B", "2|y"], Imported("item_id: [sku, title]", "item_id", "2,y,Y,2026-01-05,", "1,,B,2026-01-05,"));

    [Theory]
    [InlineData("2026-01-05", "13:45", "2026-01-05 13:45:00")]
    [InlineData("2026-01-05 00:00:00", "13:45:10", "2026-01-05 13:45:10")]   // the way a database exports a day
    [InlineData("2026-01-05T00:00:00.000", "13:45", "2026-01-05 13:45:00")]
    [InlineData("2026-01-05", "", "2026-01-05 00:00:00")]
    public void Day_and_time_of_day_are_put_together(string day, string time, string moment) =>
        Assert.Equal([$"1|{moment}"], Imported("item_id: title", "purchased_at", $"1,x,X,{day},{time}"));

    [Fact]
    public void Joined_columns_name_a_thing_together() => Assert.Equal(["1|x-X"], Imported("item_id: { joined: [sku, title] }", "item_id", "1,x,X,2026-01-05,"));

    [Fact]
    public void A_constant_stands_on_every_line() =>
        Assert.Equal(["1|it's ours", "2|it's ours"], Imported("item_id: title, channel: { value: it's ours }", "channel", "1,x,X,2026-01-05,", "2,x,X,2026-01-05,"));

    [Fact]
    public void Blank_in_every_dress_is_blank() => Assert.Equal(
        ["1|X", "2|X", "3|X", "4|X"], Imported("item_id: [sku, title]", "item_id", "1,NULL,X,2026-01-05,", "2,  \u00A0,X,2026-01-05,", "3,n/a,X,2026-01-05,", "4,NaN,X,2026-01-05,"));

    string[] Imported(string columns, string shown, params string[] lines)
    {
        _shop.ImportMapped(
            $"purchases: {{ from: lines, columns: {{ order_id: bon, {columns}, purchased_at: {{ date: day, time: time }} }} }}",
            _shop.Write("lines.csv", ["bon,sku,title,day,time", .. lines]));
        return _shop.Rows("purchases", $"order_id, {shown}");
    }
}
