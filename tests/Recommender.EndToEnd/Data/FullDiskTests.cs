using Xunit;

namespace Recommender.EndToEnd.Data;

public sealed class FullDiskTests(BuiltConsole console) : IClassFixture<BuiltConsole>
{
    const int Megabyte = 1 << 20;

    [Fact]
    public async Task An_import_that_does_not_fit_says_so_in_one_line_changes_nothing_and_works_once_there_is_space()
    {
        using var disk = new SmallDisk(megabytes: 64);
        var home = disk.Path("home");
        await console.ImportAsync(home, console.OlderShop);
        var before = FolderContent.Of(home);

        foreach (var left in (int[])[0, 1 << 14, 1 << 17, Megabyte, 2 * Megabyte, 5 * Megabyte / 2])
        {
            disk.Fill(left);
            var outcome = await console.RunAsync(home, "import", console.Shop, "--dataset", "shop", "--json");

            AssertNamesDiskAndCure(outcome, disk);
            Assert.Equal(before, FolderContent.Of(home));
            Assert.Empty(FolderContent.Leftovers(home));
        }

        disk.Clear();
        await console.ImportAsync(home, console.Shop);
        (await console.RunAsync(home, "data", "verify")).Ends(0);
    }

    [Fact]
    [Trait("Kind", "Soak")]
    public async Task Whatever_space_is_left_an_import_works_or_changes_nothing()
    {
        using var disk = new SmallDisk(megabytes: 64);
        using var elsewhere = new TemporaryHome();
        await console.ImportAsync(elsewhere.Folder, console.OlderShop);
        var worked = 0;

        for (long left = 0; left < 8 * Megabyte; left += Megabyte / 8)
        {
            FolderContent.Copy(elsewhere.Folder, disk.Path("home"));
            var before = FolderContent.Of(disk.Path("home"));
            disk.Fill(left);
            var outcome = await console.RunAsync(disk.Path("home"), "import", console.Shop, "--dataset", "shop", "--json");

            if (outcome.ExitCode == 0)
            {
                worked++;
            }
            else
            {
                AssertNamesDiskAndCure(outcome, disk);
                Assert.Equal(before, FolderContent.Of(disk.Path("home")));
            }
            (await console.RunAsync(disk.Path("home"), "data", "verify")).Ends(0);
            Directory.Delete(disk.Path("home"), recursive: true);
        }
        Assert.InRange(worked, 1, 60);
    }

    [Fact]
    public async Task A_first_import_that_does_not_fit_leaves_no_dataset_behind()
    {
        using var disk = new SmallDisk(megabytes: 2);
        var home = disk.Path("home");

        AssertNamesDiskAndCure(await console.RunAsync(home, "import", console.Shop, "--dataset", "shop", "--json"), disk);

        Assert.Empty((await console.RunAsync(home, "data", "list", "--json")).Ends(0).Json.EnumerateArray());
        (await console.RunAsync(home, "data", "verify")).Ends(0);
    }

    [Fact]
    public async Task A_demo_shop_that_does_not_fit_says_so_in_one_line_and_leaves_nothing()
    {
        using var disk = new SmallDisk(megabytes: 8);

        foreach (var left in (int[])[0, Megabyte / 2, Megabyte])
        {
            disk.Fill(left);
            var outcome = await console.Launch.RunAsync("generate", "beauty", "--lines", "30000", "--out", disk.Path("shop"), "--json");

            AssertNamesDiskAndCure(outcome, disk);
            Assert.Equal(["ballast"], FolderContent.Names(disk.Folder));
        }

        disk.Clear();
        await console.GenerateAsync(disk.Path("shop"), lines: 30_000);
    }

    [Fact]
    public async Task A_backup_that_does_not_fit_says_so_in_one_line_and_leaves_nothing()
    {
        using var disk = new SmallDisk(megabytes: 8);
        using var home = new TemporaryHome();
        await console.ImportAsync(home.Folder, console.Shop);

        foreach (var left in (int[])[0, 1 << 14, 1 << 17])
        {
            disk.Fill(left);
            var outcome = await console.RunAsync(home.Folder, "data", "backup", disk.Path("shop.tar.gz"), "--json");

            AssertNamesDiskAndCure(outcome, disk);
            Assert.Equal(["ballast"], FolderContent.Names(disk.Folder));
        }

        disk.Clear();
        (await console.RunAsync(home.Folder, "data", "backup", disk.Path("shop.tar.gz"))).Ends(0);
        (await console.RunAsync(disk.Path("restored"), "data", "restore", disk.Path("shop.tar.gz"))).Ends(0);
    }

    [Fact]
    public async Task A_restore_that_does_not_fit_says_so_in_one_line_and_leaves_nothing()
    {
        using var disk = new SmallDisk(megabytes: 8);
        using var home = new TemporaryHome();
        using var elsewhere = new TemporaryHome();
        await console.ImportAsync(home.Folder, console.Shop);
        (await console.RunAsync(home.Folder, "data", "backup", elsewhere.Path("shop.tar.gz"))).Ends(0);

        foreach (var left in (int[])[0, 1 << 14, 1 << 17])
        {
            disk.Fill(left);
            var outcome = await console.RunAsync(disk.Path("home"), "data", "restore", elsewhere.Path("shop.tar.gz"), "--json");

            AssertNamesDiskAndCure(outcome, disk);
            Assert.Equal(["ballast"], FolderContent.Names(disk.Folder));
        }
    }

    [Fact]
    public async Task What_lies_on_a_full_disk_can_still_be_backed_up_to_another_and_verified()
    {
        using var disk = new SmallDisk(megabytes: 64);
        using var elsewhere = new TemporaryHome();
        await console.ImportAsync(disk.Path("home"), console.OlderShop);
        disk.Fill();

        (await console.RunAsync(disk.Path("home"), "data", "backup", elsewhere.Path("shop.tar.gz"))).Ends(0);
        (await console.RunAsync(disk.Path("home"), "data", "verify")).Ends(0);
    }

    static void AssertNamesDiskAndCure(Outcome outcome, SmallDisk disk)
    {
        var error = outcome.Ends(1).Error;
        Assert.Contains(disk.Folder, error);
        Assert.Contains("free some space", error);
        Assert.Equal(error, $"error: {outcome.Json.GetProperty("error").GetString()}");
    }
}
