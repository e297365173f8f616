using Xunit;

namespace Recommender.EndToEnd.Data;

public sealed class BackupTests(BuiltConsole console) : IClassFixture<BuiltConsole>
{
    [Fact]
    public async Task A_backup_taken_while_others_read_is_restored_into_an_empty_home_as_it_was()
    {
        using var home = new TemporaryHome();
        using var elsewhere = new TemporaryHome();
        await console.ImportAsync(home.Folder, console.OlderShop);
        await console.ImportAsync(home.Folder, console.Shop);
        (await console.RunAsync(home.Folder, "data", "forget", "K1000001")).Ends(0);
        using var stop = new CancellationTokenSource();

        var reading = ReadUntilAsync(home, stop.Token);
        for (var copy = 0; copy < 3; copy++)
            (await console.RunAsync(home.Folder, "data", "backup", elsewhere.Path($"{copy}.tar.gz"))).Ends(0);
        await stop.CancelAsync();
        Assert.True(await reading > 0);

        (await console.RunAsync(elsewhere.Path("restored"), "data", "restore", elsewhere.Path("2.tar.gz"))).Ends(0);
        Assert.Equal(Contents(home.Folder), Contents(elsewhere.Path("restored")));
        (await console.RunAsync(elsewhere.Path("restored"), "data", "verify")).Ends(0);

        var next = await console.ImportAsync(elsewhere.Path("restored"), console.Shop);
        Assert.True(next.Json.GetProperty("counts").GetProperty("suppressed").GetInt64() > 0);
    }

    [Fact]
    public async Task A_backup_is_restored_into_an_empty_home_only_and_replaces_no_file()
    {
        using var home = new TemporaryHome();
        using var elsewhere = new TemporaryHome();
        await console.ImportAsync(home.Folder, console.OlderShop);
        var archive = elsewhere.Path("shop.tar.gz");
        (await console.RunAsync(home.Folder, "data", "backup", archive)).Ends(0);
        var before = FolderContent.Of(home.Folder);

        var refused = (await console.RunAsync(home.Folder, "data", "restore", archive, "--json")).Ends(1);
        var taken = (await console.RunAsync(home.Folder, "data", "backup", archive, "--json")).Ends(1);
        var inside = (await console.RunAsync(home.Folder, "data", "backup", home.Path("shop.tar.gz"), "--json")).Ends(1);

        Assert.Contains("is not empty", refused.Error);
        Assert.Contains("exists already", taken.Error);
        Assert.Contains("inside the home", inside.Error);
        Assert.Equal(before, FolderContent.Of(home.Folder));
    }

    [Fact]
    public async Task A_torn_backup_is_explained_and_leaves_nothing()
    {
        using var home = new TemporaryHome();
        using var elsewhere = new TemporaryHome();
        await console.ImportAsync(home.Folder, console.OlderShop);
        (await console.RunAsync(home.Folder, "data", "backup", elsewhere.Path("shop.tar.gz"))).Ends(0);
        var bytes = await File.ReadAllBytesAsync(elsewhere.Path("shop.tar.gz"), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(elsewhere.Path("torn.tar.gz"), bytes[..(bytes.Length / 2)], TestContext.Current.CancellationToken);

        var torn = (await console.RunAsync(elsewhere.Path("restored"), "data", "restore", elsewhere.Path("torn.tar.gz"), "--json")).Ends(1);

        Assert.Contains("torn.tar.gz", torn.Error);
        Assert.False(Directory.Exists(elsewhere.Path("restored")));
    }

    async Task<int> ReadUntilAsync(TemporaryHome home, CancellationToken stop)
    {
        for (var reads = 0; ; reads++)
        {
            if (stop.IsCancellationRequested) return reads;
            (await console.RunAsync(home.Folder, "profile", "--dataset", "shop", "--json")).Ends(0);
        }
    }

    // Everything but times, which belong to the disk, and the lock, which belongs to the process.
    static string[] Contents(string home) =>
        [.. FolderContent.Of(home).Select(file => file.Split(' ')).Where(file => file[0] != ".lock").Select(file => $"{file[0]} {file[1]} {file[3]}")];
}
