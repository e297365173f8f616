using System.Text.Json;
using Recommender.Storage.Forgetting;
using Xunit;

namespace Recommender.Tests.Storage.Forgetting;

public sealed class PersonExportTests : IDisposable
{
    readonly ShopHome _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void The_export_holds_every_row_that_names_the_person_and_no_other()
    {
        _shop.Publish("retail");
        _shop.Publish("retail");

        var (rows, document) = Export("anna-4711 ");

        var snapshots = document.GetProperty("datasets")[0].GetProperty("snapshots");
        Assert.Equal([false, true], snapshots.EnumerateArray().Select(snapshot => snapshot.GetProperty("current").GetBoolean()));
        var held = snapshots[1];
        Assert.Equal(3, held.GetProperty("purchases").GetArrayLength());
        Assert.Equal(2, held.GetProperty("returns").GetArrayLength());
        Assert.Equal(["anna-4711", "bob"], held.GetProperty("customers").EnumerateArray().Select(row => row.GetProperty("customer_id").GetString()).Order());
        Assert.Equal([1, 2, 3], held.GetProperty("rejects").EnumerateArray().Select(row => row.GetProperty("line").GetInt32()));
        Assert.Equal(20, rows);
        Assert.Equal(20, document.GetProperty("rows").GetInt64());
        var purchase = held.GetProperty("purchases").EnumerateArray().Single(row => row.GetProperty("order_id").GetString() == "o1");
        Assert.Equal(2.5m, purchase.GetProperty("quantity").GetDecimal());
        Assert.EndsWith("T00:00:00Z", purchase.GetProperty("purchased_at").GetString());
    }

    [Fact]
    public void Of_a_forgotten_person_nothing_is_left_to_export()
    {
        _shop.Publish("retail");
        _shop.Removal().Forget(ShopHome.Anna, progress: null, TestContext.Current.CancellationToken);

        Assert.Equal(0, Export(ShopHome.Anna).Rows);
    }

    (long Rows, JsonElement Document) Export(string customer)
    {
        using var stream = new MemoryStream();
        long rows;
        using (var json = new Utf8JsonWriter(stream))
        {
            rows = new PersonExport(_shop.Tenant, _shop.Connection, TimeProvider.System).Write(customer, json, TestContext.Current.CancellationToken);
        }
        return (rows, JsonDocument.Parse(stream.ToArray()).RootElement);
    }
}
