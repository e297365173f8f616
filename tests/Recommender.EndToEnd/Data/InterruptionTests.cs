using System.Diagnostics;
using Xunit;

namespace Recommender.EndToEnd.Data;

/// <summary>Ctrl-C and SIGTERM in the middle of long work.</summary>
public sealed class InterruptionTests(BuiltConsole console) : IClassFixture<BuiltConsole>
{
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);

    [Theory]
    [InlineData("INT", "reading purchases")]
    [InlineData("TERM", "cleaning")]
    [InlineData("INT", "writing purchases")]
    public async Task An_interrupted_import_changes_nothing(string signal, string during)
    {
        using var home = new TemporaryHome();
        using var elsewhere = new TemporaryHome();
        await console.GenerateAsync(elsewhere.Path("shop"), lines: 300_000);
        await console.ImportAsync(home.Folder, console.OlderShop);
        var before = FolderContent.Of(home.Folder);

        using var import = console.Start(home.Folder, "import", elsewhere.Path("shop"), "--dataset", "shop", "--json");
        await InterruptAsync(import, signal, during);

        Assert.Equal(before, FolderContent.Of(home.Folder));
        Assert.Empty(FolderContent.Leftovers(home.Folder));
        (await console.RunAsync(home.Folder, "data", "verify")).Ends(0);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task An_interrupted_generator_leaves_nothing(string signal)
    {
        using var place = new TemporaryHome();

        using var generate = console.Start(place.Folder, "generate", "beauty", "--lines", "20000000", "--out", place.Path("shop"), "--json");
        await InterruptAsync(generate, signal, "generating");

        Assert.Empty(FolderContent.Names(place.Folder));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task An_interrupted_backup_leaves_no_archive(string signal)
    {
        using var home = new TemporaryHome();
        using var elsewhere = new TemporaryHome();
        await console.ImportAsync(home.Folder, console.OlderShop);
        WriteLargeFile(home.Path("models/large.bin"));
        var before = FolderContent.Names(home.Folder);

        using var backup = console.Start(home.Folder, "data", "backup", elsewhere.Path("shop.tar.gz"), "--json");
        while (FolderContent.Names(elsewhere.Folder).Length == 0) await Task.Delay(Moment, TimeProvider.System, TestContext.Current.CancellationToken);
        await InterruptAsync(backup, signal, "working");

        Assert.Empty(FolderContent.Names(elsewhere.Folder));
        Assert.Equal(before, FolderContent.Names(home.Folder));
    }

    [Fact]
    public async Task An_interrupted_restore_leaves_no_home()
    {
        using var home = new TemporaryHome();
        using var elsewhere = new TemporaryHome();
        await console.ImportAsync(home.Folder, console.OlderShop);
        WriteLargeFile(home.Path("models/large.bin"));
        (await console.RunAsync(home.Folder, "data", "backup", elsewhere.Path("shop.tar.gz"))).Ends(0);

        using var restore = console.Start(elsewhere.Path("home"), "data", "restore", elsewhere.Path("shop.tar.gz"), "--json");
        await InterruptAsync(restore, "INT", "working");

        Assert.Equal(["shop.tar.gz"], FolderContent.Names(elsewhere.Folder));
    }

    [Fact]
    public async Task Who_waits_for_another_writer_can_be_interrupted()
    {
        using var home = new TemporaryHome();
        using var elsewhere = new TemporaryHome();
        await console.GenerateAsync(elsewhere.Path("shop"), lines: 300_000);
        using var first = console.Start(home.Folder, "import", elsewhere.Path("shop"), "--dataset", "shop", "--json");
        await first.ErrorAsync("reading");

        using var second = console.Start(home.Folder, "import", console.OlderShop, "--dataset", "other", "--json");
        await InterruptAsync(second, "INT", "waiting");

        (await first.EndAsync()).Ends(0);
    }

    static async Task InterruptAsync(Launched launched, string signal, string during)
    {
        await launched.ErrorAsync(during);
        launched.Signal(signal);
        var sent = Stopwatch.GetTimestamp();

        var outcome = (await launched.EndAsync()).Ends(130);
        var took = Stopwatch.GetElapsedTime(sent);

        TestContext.Current.TestOutputHelper!.WriteLine($"SIG{signal} while {during}: ended after {took.TotalMilliseconds:0} ms");
        Assert.Equal("error: interrupted: nothing half-written is left.", outcome.Error);
        Assert.Equal(130, outcome.Json.GetProperty("exit_code").GetInt32());
        Assert.InRange(took, TimeSpan.Zero, Soon);
    }

    // Takes long to pack and no space on a disk that knows holes.
    static void WriteLargeFile(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.CreateNew);
        file.SetLength(2L << 30);
    }
}
