using Xunit;

namespace Recommender.EndToEnd.Data;

/// <summary>Two imports into one home at the same time.</summary>
public sealed class TwoWritersTests(BuiltConsole console) : IClassFixture<BuiltConsole>
{
    [Fact]
    public async Task The_second_says_that_it_waits_and_both_datasets_are_whole()
    {
        using var home = new TemporaryHome();
        using var first = await StartedAsync(home, "first");
        using var second = console.Start(home.Folder, "import", console.OlderShop, "--dataset", "second", "--json");

        var outcomes = await Task.WhenAll(first.EndAsync(), second.EndAsync());

        Assert.All(outcomes, outcome => Assert.True(outcome.Ends(0).Json.GetProperty("written").GetBoolean()));
        Assert.Contains($"Another writer (import, process {first.ProcessId}) is at work", outcomes[1].Errors);
        Assert.DoesNotContain("Another writer", outcomes[0].Errors);
        Assert.Equal(2, (await console.RunAsync(home.Folder, "data", "list", "--json")).Ends(0).Json.GetArrayLength());
        Assert.Equal(2, (await console.RunAsync(home.Folder, "data", "verify", "--json")).Ends(0).Json.GetProperty("snapshots").GetInt32());
    }

    [Fact]
    public async Task Who_does_not_want_to_wait_is_told_who_is_at_work()
    {
        using var home = new TemporaryHome();
        using var first = await StartedAsync(home, "first");

        var second = await console.RunAsync(home.Folder, "import", console.OlderShop, "--dataset", "second", "--wait", "0", "--json");

        Assert.Contains($"import, process {first.ProcessId}", second.Ends(1).Error);
        Assert.Contains("Try again", second.Json.GetProperty("error").GetString());
        (await first.EndAsync()).Ends(0);
        (await console.RunAsync(home.Folder, "data", "verify")).Ends(0);
    }

    // A shop that takes some seconds, so that the other comes while it is at work.
    async Task<Launched> StartedAsync(TemporaryHome home, string dataset)
    {
        await console.GenerateAsync(home.Path("shop"), lines: 300_000);
        var import = console.Start(home.Folder, "import", home.Path("shop"), "--dataset", dataset, "--json");
        await import.FirstErrorAsync();
        return import;
    }
}
