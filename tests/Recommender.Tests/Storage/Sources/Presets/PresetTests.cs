using Recommender.Storage.Cleaning;
using Recommender.Tests.Storage.Imports;
using Xunit;

namespace Recommender.Tests.Storage.Sources.Presets;

public sealed class PresetTests : IDisposable
{
    readonly TemporaryImport _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("loyverse")]
    [InlineData("magento")]
    [InlineData("magento-tables")]
    [InlineData("pos-receipts")]
    [InlineData("pos-tickets")]
    [InlineData("shopify")]
    [InlineData("square")]
    [InlineData("woocommerce")]
    [InlineData("woocommerce-advanced")]
    [InlineData("woocommerce-titles")]
    public void A_known_export_is_recognised_and_imports_as_expected(string preset)
    {
        var result = _shop.Import(TemporaryImport.Request(Source(preset)) with { Cleaning = CleaningOptions.Parse(OnlyCancellations) });

        Assert.Equal(preset, result.Found.Preset);
        Assert.Empty(_shop.Rows("rejects"));
        Assert.Equal(Expected(preset, "false"), _shop.Rows("purchases", Columns));
        Assert.Equal(Expected(preset, "true"), _shop.Rows("returns", Columns));
        Assert.All(_shop.Rows("returns", "fate"), fate => Assert.Equal("cancellations", fate));
    }

    [Fact]
    public void Two_tables_given_by_name_are_recognised_like_their_folder()
    {
        var folder = Source("magento-tables");

        var result = _shop.Import(TemporaryImport.Request(Path.Combine(folder, "sales_order_item.csv"), Path.Combine(folder, "sales_order.csv")));

        Assert.Equal("magento-tables", result.Found.Preset);
        Assert.Equal(10, _shop.Rows("purchases").Length);
    }

    [Fact]
    public void An_export_without_the_columns_its_shop_switched_off_is_recognised_still()
    {
        var result = _shop.Import("off",
            "Name,Financial Status,Created at,Lineitem name,Lineitem quantity,Lineitem price", "#1,paid,2023-05-01 10:11:12 +0200,Soap,2,3.20");

        Assert.Equal("shopify", result.Found.Preset);
        Assert.Equal(["#1||Soap|2|6.4|2023-05-01 08:11:12||||"], _shop.Rows("purchases", Columns));
    }

    // Each line as the export has it, but for those of cancelled orders.
    const string OnlyCancellations = "duplicates=off,non_product=off,returns=off,matched_sales=off,bulk_outliers=off";

    const string Columns = "order_id, customer_id, item_id, quantity, amount, purchased_at, site_id, region, channel, currency";

    static string Source(string preset) =>
        Directory.Exists(Sample(preset)) ? Sample(preset) : Sample($"{preset}.csv");

    static string[] Expected(string preset, string cancelled) => TemporaryImport.Query(
        """
        SELECT * EXCLUDE (cancelled) REPLACE (CAST(quantity AS DECIMAL(18, 6)) AS quantity, CAST(amount AS DECIMAL(18, 6)) AS amount,
          timezone('UTC', CAST(purchased_at AS TIMESTAMPTZ)) AS purchased_at)
        FROM read_csv($path, all_varchar = true, header = true) WHERE cancelled = $cancelled ORDER BY ALL
        """,
        ("path", Sample($"{preset}.expected.csv")), ("cancelled", cancelled));

    static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "Storage", "Sources", "Presets", "samples", name);
}
