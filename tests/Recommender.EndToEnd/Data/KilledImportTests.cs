using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Recommender.EndToEnd.Data;

/// <summary>An import that the system ends without a word, as a power cut or the memory killer does.</summary>
public sealed class KilledImportTests(BuiltConsole console) : IClassFixture<BuiltConsole>
{
    const int AtOnce = 2;

    [Fact]
    public Task Killed_at_any_of_20_moments_it_leaves_the_old_snapshot_whole_and_the_next_import_works() => KillAsync(moments: 20, seed: 20);

    [Fact]
    [Trait("Kind", "Soak")]
    public Task Killed_at_any_of_200_moments_it_leaves_the_old_snapshot_whole_and_the_next_import_works() => KillAsync(moments: 200, seed: 200);

    async Task KillAsync(int moments, int seed)
    {
        using var place = new TemporaryHome();
        var before = place.Path("before");
        var old = (await console.ImportAsync(before, console.OlderShop)).Json;
        var (whole, duration) = await UndisturbedAsync(place, before);

        var random = new Random(seed);
        var kills = Enumerable.Range(0, moments).Select(at => (Home: place.Path($"{at}"), Delay: duration * ((at + random.NextDouble()) / moments))).ToArray();
        var (killed, published) = (0, 0);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(kills, options, async (kill, cancellationToken) =>
        {
            FolderContent.Copy(before, kill.Home);
            if (await KillAsync(kill.Home, kill.Delay, cancellationToken)) Interlocked.Increment(ref killed);
            if (await OnlyLeftoversAsync(kill.Home, before, old, whole)) Interlocked.Increment(ref published);
            await NextImportWorksAsync(kill.Home, whole);
            Directory.Delete(kill.Home, recursive: true);
        });

        TestContext.Current.TestOutputHelper!.WriteLine($"{duration.TotalSeconds:0.0} s an import; {killed} of {moments} killed, {published} of the snapshots were published already");
        Assert.InRange(killed, moments / 2, moments);
        Assert.InRange(published, 0, moments / 2);
    }

    // As many at once as will run later, so that the moments spread over what an import takes then.
    async Task<(string Hash, TimeSpan Duration)> UndisturbedAsync(TemporaryHome place, string before)
    {
        var homes = Enumerable.Range(0, AtOnce).Select(at => place.Path($"whole-{at}")).ToArray();
        foreach (var home in homes) FolderContent.Copy(before, home);
        var outcomes = await Task.WhenAll(homes.Select(home => console.ImportAsync(home, console.Shop)));
        var hash = Assert.Single(outcomes.Select(outcome => Hash(outcome.Json)).Distinct());
        return (hash, outcomes.Max(outcome => outcome.Elapsed));
    }

    async Task<bool> KillAsync(string home, TimeSpan delay, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var import = console.Start(home, "import", console.Shop, "--dataset", "shop", "--json");
        var left = delay - Stopwatch.GetElapsedTime(started);
        if (left > TimeSpan.Zero) await Task.Delay(left, TimeProvider.System, cancellationToken);
        import.Kill();
        return (await import.EndAsync()).ExitCode == 128 + 9;
    }

    // True when the kill came after the new snapshot was current.
    async Task<bool> OnlyLeftoversAsync(string home, string before, JsonElement old, string whole)
    {
        var report = (await console.RunAsync(home, "data", "verify", "--json")).Json;
        Assert.All(report.GetProperty("faults").EnumerateArray(), fault => Assert.Contains("leftover", fault.GetProperty("problem").GetString()));

        var folder = Path.GetRelativePath(before, old.GetProperty("folder").GetString()!);
        Assert.Equal(FolderContent.Names(Path.Combine(before, folder)), FolderContent.Names(Path.Combine(home, folder)));
        var current = (await console.RunAsync(home, "data", "show", "--dataset", "shop", "--json")).Ends(0).Json.GetProperty("hash").GetString();
        Assert.Contains(current, (string?[])[Hash(old), whole]);
        return current == whole;
    }

    async Task NextImportWorksAsync(string home, string whole)
    {
        var next = await console.ImportAsync(home, console.Shop);
        Assert.Equal(whole, Hash(next.Json));
        Assert.Empty(FolderContent.Leftovers(home));
        var report = (await console.RunAsync(home, "data", "verify", "--json")).Ends(0).Json;
        Assert.True(report.GetProperty("sound").GetBoolean());
        Assert.Equal(2, report.GetProperty("snapshots").GetInt32());
    }

    static string Hash(JsonElement import) => import.GetProperty("snapshot").GetString()!;
}
