using Xunit;

namespace Recommender.EndToEnd.Launcher;

/// <summary>When and how the launcher builds.</summary>
public sealed class BuildingTests : IDisposable
{
    // Past the start of the compiler, far from its end: a build takes two seconds and more.
    static readonly TimeSpan MidBuild = TimeSpan.FromMilliseconds(700);

    readonly SmallProject _project = new();

    [Fact]
    public async Task Two_calls_at_once_on_a_clean_tree_build_once_and_both_work()
    {
        var outcomes = await Task.WhenAll(_project.Launch.RunAsync("a"), _project.Launch.RunAsync("b"));

        Assert.All(outcomes, outcome => outcome.Ends(0));
        Assert.Equal($"first|{_project.Folder}|a\n", outcomes[0].Output);
        Assert.Equal($"first|{_project.Folder}|b\n", outcomes[1].Output);
        Assert.Single(outcomes.SelectMany(outcome => outcome.ErrorLines), "recommender: Building ...");
        Assert.Single(outcomes.SelectMany(outcome => outcome.ErrorLines), "recommender: Waiting for another build ...");
    }

    [Fact]
    public async Task Without_the_flock_command_two_calls_at_once_build_once_as_well()
    {
        var launch = _project.Launch with { Environment = RestrictedPath.Make(_project.PathOf("data/bin"), without: "flock") };

        var outcomes = await Task.WhenAll(launch.RunAsync("a"), launch.RunAsync("b"));

        Assert.All(outcomes, outcome => outcome.Ends(0));
        Assert.Equal(["recommender: Building ..."], outcomes.SelectMany(outcome => outcome.ErrorLines));
    }

    [Fact]
    public async Task Only_a_changed_new_or_deleted_source_makes_it_build_again()
    {
        Assert.Equal(["recommender: Building ..."], (await _project.Launch.RunAsync()).Ends(0).ErrorLines);
        Assert.Empty((await _project.Launch.RunAsync()).Ends(0).Errors);

        _project.Write("data/shop/purchases.csv", "order,item");
        _project.Write("models/shop/aliases.json", "{}");
        _project.Write("shared/Late/node_modules/thing/index.js", "1");
        Assert.Empty((await _project.Launch.RunAsync()).Ends(0).Errors);

        _project.Word("second");
        Assert.StartsWith("second|", (await _project.Launch.RunAsync()).Ends(0).Output);

        _project.Write("shared/Late/Other.cs", "namespace Late;\n\nsealed class Other;\n");
        Assert.NotEmpty((await _project.Launch.RunAsync()).Ends(0).Errors);

        File.Delete(_project.PathOf("shared/Late/Other.cs"));
        Assert.NotEmpty((await _project.Launch.RunAsync()).Ends(0).Errors);
        Assert.Empty((await _project.Launch.RunAsync()).Ends(0).Errors);
    }

    [Fact]
    public async Task A_failed_build_shows_the_compilers_errors_and_the_next_good_one_works()
    {
        (await _project.Launch.RunAsync()).Ends(0);

        _project.Write("shared/Late/Other.cs", "namespace Late;\n\nsealed class Other : Missing;\n");
        var failed = (await _project.Launch.RunAsync()).Ends(1);

        Assert.Contains("error CS0246", failed.Errors);
        Assert.Empty(failed.Output);
        var asItWas = _project.Launch with { Environment = new Dictionary<string, string> { ["RECOMMENDER_NO_BUILD"] = "1" } };
        Assert.Empty((await asItWas.RunAsync()).Ends(0).Errors);

        File.Delete(_project.PathOf("shared/Late/Other.cs"));
        (await _project.Launch.RunAsync()).Ends(0);
    }

    [Fact]
    public async Task A_build_killed_half_way_leaves_nothing_in_the_way_of_the_next()
    {
        using (var killed = _project.Launch.Start())
        {
            await killed.FirstErrorAsync();
            await Task.Delay(MidBuild, TimeProvider.System, TestContext.Current.CancellationToken);
            killed.Signal("KILL");
        }

        (await _project.Launch.RunAsync("after")).Ends(0);
    }

    [Fact]
    public async Task A_signal_while_it_builds_stops_the_build()
    {
        using var building = _project.Launch.Start();
        await building.FirstErrorAsync();
        await Task.Delay(MidBuild, TimeProvider.System, TestContext.Current.CancellationToken);
        building.Signal("INT");

        Assert.Empty((await building.EndAsync()).Ends(130).Output);
        (await _project.Launch.RunAsync("after")).Ends(0);
    }

    [Fact]
    public async Task New_builds_leave_a_running_program_its_own_files()
    {
        using var running = _project.Launch.Start("wait");
        await running.FirstWordAsync();
        foreach (var word in (string[])["second", "third", "fourth"])
        {
            _project.Word(word);
            Assert.StartsWith(word, (await _project.Launch.RunAsync()).Ends(0).Output);
        }
        running.Signal("INT");

        Assert.Equal("waiting\nfirst\n", (await running.EndAsync()).Ends(130).Output);

        _project.Word("fifth");
        (await _project.Launch.RunAsync()).Ends(0);
        Assert.Equal(2, Directory.GetDirectories(_project.PathOf("artifacts/run/Recommender.Training")).Length);
    }

    public void Dispose() => _project.Dispose();
}
