using Recommender.Storage.Cleaning;
using Recommender.Storage.Homes;
using Recommender.Storage.Imports;
using Xunit;

namespace Recommender.Tests.Storage.Imports;

public sealed class SuppressionTests : IDisposable
{
    static readonly string[] Tables = ["purchases", "returns", "items", "customers", "rejects"];

    readonly TemporaryImport _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void A_suppressed_person_is_in_no_column_of_any_file_of_a_later_import()
    {
        Suppress("gone@example.com");

        var result = _shop.Import(Request("default"));

        NoTraceOf("gone@example.com");
        Assert.Equal(7, result.Profile.Counts["suppressed"]);   // four lines and three rejects
        Assert.Equal(17, result.Profile.Counts.Values.Sum());
        Assert.Equal(["c1@example.com||", "c2@example.com|Two|", "kid@example.com|Kid|"], _shop.Rows("customers", "customer_id, name, parent_account").Where(row => !row.StartsWith("c3", StringComparison.Ordinal)));
    }

    [Fact]
    public void Without_the_list_the_same_person_is_everywhere()
    {
        _shop.Import(Request("default"));

        Assert.All(Tables.Except(["items"]), table => Assert.Contains(_shop.Rows(table), row => row.Contains("gone@example.com", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("default", "GONE@example.com")]          // the list knows the spelling that is used less
    [InlineData("off", "gone@example.com")]
    [InlineData("reference", "gone@example.com")]
    public void No_spelling_and_no_way_of_cleaning_brings_a_person_back(string clean, string suppressed)
    {
        Suppress(suppressed);

        _shop.Import(Request(clean));

        NoTraceOf(suppressed);
    }

    [Fact]
    public void A_number_that_a_spreadsheet_spoilt_is_known_again()
    {
        Suppress("13085");

        _shop.Import("default", "order,customer,item,date", "1,13085.0,pen,2026-01-05", "2,13086.0,pen,2026-01-06");

        Assert.Equal(["13086"], _shop.Rows("customers", "customer_id"));
    }

    [Fact]
    public void Appending_leaves_a_suppressed_person_of_the_former_snapshot_out()
    {
        _shop.Import(Request("default"));
        Suppress("gone@example.com");

        _shop.Import(TemporaryImport.Request(_shop.Write("more.csv", "order,customer,item,date", "77,gone@example.com,pen,2026-02-05", "78,c1@example.com,pen,2026-02-05")) with { Append = true, Cleaning = new() });

        NoTraceOf("gone@example.com");
        Assert.Contains("78", _shop.Rows("purchases", "order_id"));
    }

    ImportRequest Request(string clean)
    {
        var lines = _shop.Write("purchases.csv", ["order,customer,item,quantity,amount,date",
            .. Enumerable.Range(1, 9).Select(i => $"{i},c{i % 3 + 1}@example.com,12345,1,2,2026-01-05"),
            "20,gone@example.com,12345,1,2,2026-01-05", "21,gone@example.com,12346,2,2,2026-01-05", "C22,gone@example.com,12346,-2,2,2026-01-06", "23,GONE@example.com,12345,1,2,2026-01-07",
            "24,gone@example.com,12345,many,2,2026-01-05", "25,GONE@example.com,,1,2,2026-01-05", "26,gone@example.com,12345,1,2,2026-01-05,extra", "27,c1@example.com,12345,1,2,2026-01-05,extra"]);
        return TemporaryImport.Request(lines) with
        {
            Customers = _shop.Write("customers.csv", "id,name,parent_account,mail", "gone@example.com,Gone,,x", "c2@example.com,Two,,y", "kid@example.com,Kid,gone@example.com,z"),
            Cleaning = CleaningOptions.Parse(clean) with { MaxRejected = 1 },
        };
    }

    void Suppress(string customer)
    {
        using var writer = WriterLock.Acquire(_shop.Home, "test", TimeSpan.Zero, _ => { }, TestContext.Current.CancellationToken);
        var tenant = _shop.Home.Tenant("default");
        tenant.Suppressions.Add(new(TenantKey.Ensure(tenant, writer).Hash(customer), SuppressionState.Done, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)), writer);
    }

    void NoTraceOf(string customer)
    {
        foreach (var table in Tables) Assert.DoesNotContain(_shop.Rows(table), row => row.Contains(customer, StringComparison.Ordinal));
        foreach (var file in Directory.EnumerateFiles(_shop.Current.Path, "*.json")) Assert.DoesNotContain(customer, File.ReadAllText(file), StringComparison.Ordinal);
    }
}
