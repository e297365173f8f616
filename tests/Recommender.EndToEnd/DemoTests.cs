using Recommender.EndToEnd.Data;
using Xunit;

namespace Recommender.EndToEnd;

/// <summary>The first command of the README, as somebody runs it who stands in another folder.</summary>
public sealed class DemoTests(BuiltConsole console) : IClassFixture<BuiltConsole>
{
    static readonly TimeSpan First = TimeSpan.FromMinutes(2);
    static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task It_ends_with_a_live_version_and_the_second_call_repeats_nothing()
    {
        using var elsewhere = new TemporaryHome();
        using var home = new TemporaryHome();
        var launch = console.Launch with { Folder = elsewhere.Folder, Home = home.Folder };

        var first = (await launch.RunAsync("demo")).Ends(0);
        var again = (await launch.RunAsync("demo", "--json")).Ends(0);

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
        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere.Folder));
    }
}
