using Recommender.Storage.Cleaning;
using Recommender.Tests.Storage.Imports;
using Xunit;

namespace Recommender.Tests.Storage.Cleaning;

public sealed class VariantsTests : IDisposable
{
    readonly TemporaryImport _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("variants=on", "1|shirt", "1|shirt", "2|cap")]
    [InlineData("default", "1|shirt-l", "1|shirt-m", "2|cap")]
    public void A_variant_that_the_list_names_is_bought_as_its_parent(string clean, params string[] lines)
    {
        var items = _shop.Write("items.csv", "item,name,variant_of", "shirt-m,Shirt M,shirt", "shirt-l,Shirt L,shirt", "cap,Cap,");
        var purchases = _shop.Write("purchases.csv", "order,item,date", "1,shirt-m,2026-01-05", "1,shirt-l,2026-01-05", "2,cap,2026-01-05");

        _shop.Import(TemporaryImport.Request(purchases) with { Items = items, Cleaning = CleaningOptions.Parse(clean) });

        Assert.Equal(lines, _shop.Rows("purchases", "order_id, item_id"));
    }

    [Fact]
    public void Appending_grouped_variants_twice_changes_nothing()
    {
        var items = _shop.Write("items.csv", "item,name,variant_of", "shirt-m,Shirt M,shirt", "shirt-l,Shirt L,shirt");
        var lines = _shop.Write("purchases.csv", "order,item,date", "1,shirt-m,2026-01-05", "1,shirt-l,2026-01-05");
        var request = TemporaryImport.Request(lines) with { Items = items, Cleaning = CleaningOptions.Parse("variants=on") };
        _shop.Import(request);
        var more = request with { Sources = TemporaryImport.Request(_shop.Write("more.csv", "order,item,date", "1,shirt-l,2026-01-05", "2,shirt-m,2026-01-06", "2,shirt-l,2026-01-06")).Sources, Append = true };

        var once = _shop.Import(more);
        var twice = _shop.Import(more with { Items = null });

        Assert.Equal(["1|shirt", "2|shirt", "2|shirt"], _shop.Rows("purchases", "order_id, item_id"));
        Assert.Equal(once.Snapshot.Manifest.Hash, twice.Snapshot.Manifest.Hash);
    }

    [Fact]
    public void A_variant_that_its_line_names_is_bought_as_its_parent_which_is_no_variant_itself()
    {
        _shop.Import("variants=on", "order,item,date,parent_sku", "1,shirt-m,2026-01-05,shirt", "2,shirt,2026-01-05,shirt", "3,cap,2026-01-05,");

        Assert.Equal(["1|shirt", "2|shirt", "3|cap"], _shop.Rows("purchases", "order_id, item_id"));
        Assert.Equal(["cap|", "shirt|"], _shop.Rows("items", "item_id, variant_of"));
    }
}
