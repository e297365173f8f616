using Xunit;

namespace Recommender.EndToEnd.Launcher;

public sealed class TestCommandTests : IDisposable
{
    static readonly Dictionary<string, string> OnBuildServer = new() { ["CI"] = "true" };
    static readonly Dictionary<string, string> OnDesk = new() { ["CI"] = "" };

    readonly SmallTests _project = new();

    [Fact]
    public async Task The_last_line_counts_what_passed_failed_and_was_skipped_and_a_crash_is_a_failure()
    {
        var all = (await RunAsync(OnDesk)).Ends(1);
        Assert.EndsWith("\n2 passed, 1 failed, 1 skipped\n", all.Output);
        Assert.Contains(all.ErrorLines, line => line.StartsWith("recommender: Recommender.EndToEnd ended"));

        var onBuildServer = (await RunAsync(OnBuildServer, "UnitTests")).Ends(1);
        Assert.EndsWith("\n2 passed, 1 failed\n", onBuildServer.Output);

        var some = (await RunAsync(OnBuildServer, "Good", "--filter", "Better")).Ends(0);
        Assert.EndsWith("\n2 passed, 0 failed\n", some.Output);

        var longer = (await RunAsync(OnBuildServer, "--soak", "Good", "Better", "Long")).Ends(0);
        Assert.EndsWith("\n3 passed, 0 failed\n", longer.Output);

        (await RunAsync(OnDesk, "NoSuchTest")).Ends(2);
    }

    [Theory]
    [InlineData("--soka")]
    [InlineData("--filter")]
    public async Task A_misspelt_or_incomplete_option_is_wrong_use(string option) =>
        Assert.Contains(option, Assert.Single((await RunAsync(OnDesk, option)).Ends(2).ErrorLines));

    public void Dispose() => _project.Dispose();

    Task<Outcome> RunAsync(Dictionary<string, string> environment, params string[] arguments) =>
        (_project.Launch with { Environment = environment }).RunAsync(["test", .. arguments]);
}
