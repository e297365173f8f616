using System.Text.Json;
using Xunit;

namespace Recommender.EndToEnd.Data;

/// <summary>A person who asked to be forgotten.</summary>
public sealed class ForgettingTests(BuiltConsole console) : IClassFixture<BuiltConsole>
{
    const string Customer = "K1000001";

    [Fact]
    public async Task A_forgotten_person_is_found_nowhere_in_the_home_and_stays_out_of_later_imports_and_of_what_undo_brings_back()
    {
        using var home = new TemporaryHome();
        await FillAsync(home);
        var held = HeldText.Find(home.Folder, Customer);
        Assert.All((string[])["purchases.parquet: customer_id", "returns.parquet: customer_id", "customers.parquet: customer_id", "rejects.parquet: value"],
            place => Assert.Contains(held, found => found.EndsWith(place, StringComparison.Ordinal)));
        var old = await HashesAsync(home);

        var receipt = (await console.RunAsync(home.Folder, "data", "forget", Customer, "--json")).Ends(0);

        Assert.Empty(HeldText.Find(home.Folder, Customer));
        Assert.DoesNotContain(Customer, receipt.Output + receipt.Errors);
        var @new = await HashesAsync(home);
        var rewritten = receipt.Json.GetProperty("snapshots").EnumerateArray().ToArray();
        Assert.Equal(old.Order(), rewritten.Select(snapshot => snapshot.GetProperty("old_hash").GetString()).Order());
        Assert.Equal(@new.Order(), rewritten.Select(snapshot => snapshot.GetProperty("new_hash").GetString()).Order());
        Assert.Empty(old.Intersect(@new));
        await SoundAsync(home);

        (await console.RunAsync(home.Folder, "data", "undo", "--dataset", "shop")).Ends(0);
        Assert.Empty(HeldText.Find(home.Folder, Customer));

        var next = await console.ImportAsync(home.Folder, console.Shop);
        Assert.True(next.Json.GetProperty("counts").GetProperty("suppressed").GetInt64() > 0);
        Assert.Equal(30_000, next.Json.GetProperty("counts").EnumerateObject().Sum(count => count.Value.GetInt64()));
        Assert.Empty(HeldText.Find(home.Folder, Customer));
        await SoundAsync(home);
        Assert.Contains("Nothing is held", (await console.RunAsync(home.Folder, "data", "export-person", Customer)).Ends(0).Errors);
    }

    [Fact]
    public async Task What_is_held_on_a_person_is_exported_whole_and_on_nobody_else()
    {
        using var home = new TemporaryHome();
        await FillAsync(home);

        var export = (await console.RunAsync(home.Folder, "data", "export-person", Customer, "--json")).Ends(0);

        Assert.Equal(JsonValueKind.Object, export.Json.ValueKind);
        Assert.Contains(Customer, export.Output);
        Assert.DoesNotContain("K1000002", export.Output);
    }

    // Two snapshots, the older with this person among the lines that could not be used.
    async Task FillAsync(TemporaryHome home)
    {
        using var place = new TemporaryHome();
        FolderContent.Copy(console.Shop, place.Path("shop"));
        File.AppendAllText(place.Path("shop/purchases.csv"),
            $"O999999999,{Customer},B10144,1,much,2026-01-02T10:00:00Z,S-South,South,store,EUR\nO999999998,{Customer},B10144,1\n");
        await console.ImportAsync(home.Folder, place.Path("shop"));
        await console.ImportAsync(home.Folder, console.Shop);
    }

    async Task<string[]> HashesAsync(TemporaryHome home) =>
        [.. (await console.RunAsync(home.Folder, "data", "list", "--dataset", "shop", "--json")).Ends(0).Json.EnumerateArray().Select(snapshot => snapshot.GetProperty("hash").GetString()!)];

    async Task SoundAsync(TemporaryHome home) =>
        Assert.True((await console.RunAsync(home.Folder, "data", "verify", "--json")).Ends(0).Json.GetProperty("sound").GetBoolean());
}
