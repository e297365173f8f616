using System.Text.Json;
using Xunit;

namespace Recommender.EndToEnd.Data;

/// <summary>The real history of a shop, a million lines: what the import must find in it, and how fast.</summary>
public sealed class RetailFileTests(BuiltConsole console) : IClassFixture<BuiltConsole>
{
    const string File = "online-retail-ii.csv.gz";
    const long Rows = 1_044_847;

    // On two cores of our own it takes under 15 s; machines that do other work meanwhile get more.
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    const long MostMemory = 1_500_000_000;

    [Fact]
    public async Task Every_row_is_counted_and_the_snapshot_is_the_same_on_one_thread_and_two_and_is_written_once()
    {
        using var home = new TemporaryHome();

        var (first, _) = await ImportAsync(home.Folder, "--threads", "2");
        Assert.True(first.GetProperty("written").GetBoolean());
        Assert.Equal(Rows, Number(first, "rows_read"));
        Assert.Equal(Rows, first.GetProperty("counts").EnumerateObject().Sum(count => count.Value.GetInt64()));

        var before = FolderContent.Of(home.Folder);
        var (again, _) = await ImportAsync(home.Folder, "--threads", "1");
        Assert.False(again.GetProperty("written").GetBoolean());
        Assert.Equal(first.GetProperty("snapshot").GetString(), again.GetProperty("snapshot").GetString());
        Assert.Equal(before, FolderContent.Of(home.Folder));

        var source = (await console.RunAsync(home.Folder, "profile", "--dataset", "retail", "--json")).Ends(0).Json.GetProperty("source");
        Assert.Equal((53_628, 5_942, 5_305), (Number(source, "orders"), Number(source, "customers"), Number(source, "items")));
    }

    [Fact]
    public async Task Cleaned_as_the_reference_is_it_gives_the_reference_figures_in_time_and_memory()
    {
        using var home = new TemporaryHome();

        var (import, peak) = await ImportAsync(home.Folder, "--clean", "reference");

        Assert.Equal((36_594, 5_852), (Number(import, "baskets"), Number(import, "customers")));
        Assert.Equal((4_619, 480_971), (Number(import, "items"), Number(import, "pairs")));
        if (OperatingSystem.IsLinux()) Assert.InRange(peak!.Value, 1, MostMemory);
    }

    async Task<(JsonElement Json, long? Peak)> ImportAsync(string home, params string[] options)
    {
        using var import = console.Start(home, ["import", SharedData.Path(File), "--dataset", "retail", "--json", .. options]);
        var peak = await MemoryWatch.PeakAsync(import);
        var outcome = (await import.EndAsync()).Ends(0);
        TestContext.Current.TestOutputHelper!.WriteLine($"{string.Join(' ', options)}: {outcome.Elapsed.TotalSeconds:0.0} s, peak {peak / 1_000_000} MB");
        Assert.InRange(outcome.Elapsed, TimeSpan.Zero, Longest);
        return (outcome.Json, peak);
    }

    static long Number(JsonElement json, string name) => json.GetProperty(name).GetInt64();
}
