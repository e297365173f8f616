using Xunit;

namespace Recommender.EndToEnd.Launcher;

/// <summary>How the launcher hands over to the program, once that is built.</summary>
public sealed class LauncherTests(BuiltProject built) : IClassFixture<BuiltProject>
{
    readonly SmallProject _project = built.Project;

    [Fact]
    public async Task A_signal_to_its_process_id_reaches_the_program()
    {
        using var running = _project.Launch.Start("wait");
        await running.FirstWordAsync();
        running.Signal("INT");

        Assert.Equal("waiting\nfirst\n", (await running.EndAsync()).Ends(130).Output);
    }

    [Fact]
    public async Task It_works_through_links_and_from_any_folder_and_passes_arguments_and_exit_codes_on()
    {
        using var elsewhere = new TemporaryHome();
        File.CreateSymbolicLink(elsewhere.Path("linked"), _project.PathOf("recommender"));
        Directory.CreateDirectory(elsewhere.Path("a folder"));
        File.CreateSymbolicLink(elsewhere.Path("a folder/twice"), "../linked");
        var launch = new Launch { Program = elsewhere.Path("a folder/twice"), Folder = elsewhere.Folder };

        var outcome = await launch.RunAsync("import", "my file.csv", "", "*");

        Assert.Equal($"first|{elsewhere.Folder}|import|my file.csv||*\n", outcome.Ends(0).Output);
        (await launch.RunAsync("fail")).Ends(3);
        Assert.False(Directory.Exists(elsewhere.Path("artifacts")));
    }

    [Fact]
    public async Task It_adds_less_than_three_tenths_of_a_second()
    {
        var build = Directory.GetDirectories(_project.PathOf("artifacts/run/Recommender.Training")).Single();
        var direct = new Launch { Program = "dotnet", Folder = _project.Folder };

        var (launched, alone) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < 7; round++)
        {
            launched = Shorter(launched, (await _project.Launch.RunAsync()).Ends(0).Elapsed);
            alone = Shorter(alone, (await direct.RunAsync(Path.Combine(build, "Recommender.Training.dll"))).Ends(0).Elapsed);
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"launched {launched.TotalMilliseconds:0} ms, alone {alone.TotalMilliseconds:0} ms");
        Assert.InRange(launched - alone, TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(0.3));
    }

    [Fact]
    public async Task Every_missing_prerequisite_is_named_in_a_line_of_its_own()
    {
        var path = RestrictedPath.Make(_project.PathOf("data/bin"), without: ["dotnet", "node", "npm"]);

        var outcome = (await (_project.Launch with { Environment = path }).RunAsync("demo")).Ends(1);

        Assert.Collection(outcome.ErrorLines,
            line => Assert.StartsWith("recommender: .NET SDK 10 is missing", line),
            line => Assert.StartsWith("recommender: Node.js 20 or newer is missing", line),
            line => Assert.StartsWith("recommender: npm is missing", line));
        Assert.Empty(outcome.Output);
    }

    [Theory]
    [InlineData("serve", "--port", "8080")]
    [InlineData("--home", "somewhere", "token", "create")]
    public async Task A_verb_on_live_state_says_in_one_line_that_it_comes_with_the_worker(params string[] arguments)
    {
        var outcome = (await _project.Launch.RunAsync(arguments)).Ends(2);

        Assert.Contains("comes with the worker", Assert.Single(outcome.ErrorLines));
    }

    static TimeSpan Shorter(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
