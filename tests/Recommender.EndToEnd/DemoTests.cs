using Recommender.EndToEnd.Data;
using Xunit;

namespace Recommender.EndToEnd;

/// <summary>The first command of the README, as somebody runs it who stands in another folder.</summary>
public sealed class DemoTests(BuiltConsole console) : IClassFixture<BuiltConsole>
{
    static readonly TimeSpan First = TimeSpan.FromMinutes(2);
    static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task It_ends_with_a_live_version_that_is_served_and_the_second_call_repeats_nothing()
    {
        using var elsewhere = new TemporaryHome();
        using var home = new TemporaryHome();
        var launch = console.Launch with { Folder = elsewhere.Folder, Home = home.Folder };
        await new Launch().RunAsync("serve", "--help");   // builds the worker
        try
        {
            var first = (await launch.RunAsync("demo", "--no-open")).Ends(0);
            var again = (await launch.RunAsync("demo", "--no-open", "--json")).Ends(0);

            CheckRuns(first, again);
            await CheckServingAsync(first, again);
            Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere.Folder));
        }
        finally
        {
            (await launch.RunAsync("serve", "--stop")).Ends(0);
        }
    }

    // The line that it proposes works as it stands there, and the same worker and token are proposed again.
    static async Task CheckServingAsync(Outcome first, Outcome again)
    {
        var proposed = Proposed(first.Output);
        var answer = (await new Launch { Program = "bash" }.RunAsync("-c", $"{proposed} --fail-with-body")).Ends(0);

        Assert.Contains("beauty", answer.Output);
        Assert.Equal(proposed, Proposed(again.Errors));
    }

    static string Proposed(string words) => words.Split('\n').Single(line => line.TrimStart().StartsWith("curl ", StringComparison.Ordinal)).Trim();

    static void CheckRuns(Outcome first, Outcome again)
    {
        Assert.Contains("beauty version 1 is now production", first.Output);
        Assert.Contains("beauty-cross-sell version 1", first.Output);
        Assert.InRange(first.Elapsed, TimeSpan.Zero, First);
        Assert.InRange(again.Elapsed, TimeSpan.Zero, Again);
        var run = again.Json.GetProperty("run");
        Assert.True(run.GetProperty("promoted").GetBoolean());
        Assert.Equal(1, run.GetProperty("version").GetInt32());
        Assert.All(run.GetProperty("steps").EnumerateArray(), step => Assert.True(step.GetProperty("cached").GetBoolean(), $"'{step.GetProperty("step")}' was done again."));
        Assert.Equal(run.GetProperty("snapshot").GetString(), again.Json.GetProperty("import").GetProperty("snapshot").GetString());
        Assert.Equal(["popularity", "frequency", "ease"], again.Json.GetProperty("evaluation").GetProperty("trainers").EnumerateArray().Select(trainer => trainer.GetProperty("trainer").GetString()));
        Assert.True(File.Exists(Path.Combine(again.Json.GetProperty("shop").GetString()!, "truth.json")));
    }
}
