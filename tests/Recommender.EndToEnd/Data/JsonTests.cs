using System.Globalization;
using System.Text.Json;
using Xunit;

namespace Recommender.EndToEnd.Data;

/// <summary>What scripts rely on: one JSON document on standard output, and what stands in it.</summary>
public sealed class JsonTests(BuiltConsole console) : IClassFixture<BuiltConsole>
{
    static readonly string[] Steps =
        ["rejected", "duplicates", "non_product", "cancellations", "returns", "matched_sales", "bulk_outliers", "suppressed", "kept"];

    [Fact]
    public async Task Every_command_prints_exactly_one_document()
    {
        using var home = new TemporaryHome();
        using var elsewhere = new TemporaryHome();
        await OneObjectAsync(home.Folder, ["import", console.OlderShop, "--dataset", "shop"], "snapshot");
        await OneObjectAsync(home.Folder, ["import", console.Shop, "--dataset", "shop"], "snapshot");
        await OneObjectAsync(home.Folder, ["import", console.Shop, "--dataset", "shop", "--dry-run"], "understood");
        await OneObjectAsync(home.Folder, ["generate", "distributor", "--lines", "10000", "--out", elsewhere.Path("parts")], "lines");
        await OneObjectAsync(home.Folder, ["profile", "--dataset", "shop"], "source");
        await OneObjectAsync(home.Folder, ["data", "show", "--dataset", "shop"], "hash");
        await OneObjectAsync(home.Folder, ["data", "undo", "--dataset", "shop"], "hash");
        await OneObjectAsync(home.Folder, ["data", "export-person", "K1000001"], "customer");
        await OneObjectAsync(home.Folder, ["data", "forget", "K1000001"], "snapshots");
        await OneObjectAsync(home.Folder, ["data", "verify"], "sound");
        await OneObjectAsync(home.Folder, ["data", "backup", elsewhere.Path("shop.tar.gz")], "bytes");
        await OneObjectAsync(elsewhere.Path("restored"), ["data", "restore", elsewhere.Path("shop.tar.gz")], "bytes");
        await OneObjectAsync(elsewhere.Path("demo"), ["demo"], "import");

        Assert.Equal(1, (await console.RunAsync(home.Folder, "data", "list", "--json")).Ends(0).Json.GetArrayLength());
        Assert.Equal(2, (await console.RunAsync(home.Folder, "data", "list", "--dataset", "shop", "--json")).Ends(0).Json.GetArrayLength());
    }

    [Fact]
    public async Task An_import_counts_every_row_of_the_source_in_exactly_one_step()
    {
        using var home = new TemporaryHome();

        var import = (await console.ImportAsync(home.Folder, console.Shop)).Json;

        var counts = import.GetProperty("counts").EnumerateObject().ToArray();
        Assert.Equal(Steps, counts.Select(count => count.Name));
        Assert.Equal(30_000, counts.Sum(count => count.Value.GetInt64()));
        Assert.Equal(30_000, import.GetProperty("rows_read").GetInt64());
        Assert.All((string[])["duplicates", "non_product", "cancellations", "matched_sales"], step => Assert.True(import.GetProperty("counts").GetProperty(step).GetInt64() > 0));
        Assert.All((string[])["baskets", "customers", "items", "lines"], name => Assert.True(import.GetProperty(name).GetInt64() > 0));
        Assert.Equal(import.GetProperty("lines").GetInt64(), import.GetProperty("counts").GetProperty("kept").GetInt64());
        AssertTime(import.GetProperty("from"));
        AssertTime(import.GetProperty("to"));
    }

    [Fact]
    public async Task Times_are_ISO_8601_in_UTC()
    {
        using var home = new TemporaryHome();
        await console.ImportAsync(home.Folder, console.Shop);

        var shown = (await console.RunAsync(home.Folder, "data", "show", "--dataset", "shop", "--json")).Ends(0).Json;
        var receipt = (await console.RunAsync(home.Folder, "data", "forget", "K1000001", "--json")).Ends(0).Json;
        var profile = (await console.RunAsync(home.Folder, "profile", "--dataset", "shop", "--json")).Ends(0).Json;

        Assert.All((JsonElement[])[shown.GetProperty("created"), shown.GetProperty("from"), shown.GetProperty("to"), receipt.GetProperty("at")], AssertTime);
        AssertTime(profile.GetProperty("baskets").GetProperty("from"));
    }

    [Fact]
    public async Task Without_the_option_standard_output_holds_the_results_and_standard_error_the_rest()
    {
        using var home = new TemporaryHome();

        var import = (await console.RunAsync(home.Folder, "import", console.Shop, "--dataset", "shop")).Ends(0);

        Assert.Contains("reading purchases.csv", import.Errors);
        Assert.DoesNotContain("reading", import.Output);
        Assert.Contains("kept", import.Output);
        Assert.DoesNotContain('\u001b', import.Output + import.Errors);
    }

    async Task OneObjectAsync(string home, string[] arguments, string property)
    {
        var outcome = (await console.RunAsync(home, [.. arguments, "--json"])).Ends(0);
        Assert.True(outcome.Json.TryGetProperty(property, out _), $"{string.Join(' ', arguments)} prints no '{property}':\n{outcome.Output}");
    }

    static void AssertTime(JsonElement time)
    {
        Assert.EndsWith("Z", time.GetString());
        Assert.True(DateTimeOffset.TryParse(time.GetString(), CultureInfo.InvariantCulture, out _), $"'{time}' is no time.");
    }
}
