using Recommender.Storage.Homes;
using Recommender.Tests.Storage;
using Recommender.Training.Scheduling;
using Xunit;

namespace Recommender.Tests.Training.Scheduling;

/// <summary>A home and a shell script in the place of the console's <c>run</c>.</summary>
sealed class FakeRun : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public FakeRun() => Home = HomeFolder.Open(_folder.Path);

    public HomeFolder Home { get; }

    public RunsFolder Runs => Home.RunsOf("acme");

    public ScheduledPipeline Pipeline { get; } = ScheduledNights.Pipeline("beauty", new() { Cron = "@daily" });

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>The time limit of a run.</summary>
    public int? Minutes { get; set; }

    public CancellationToken Stopping { get; set; } = TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    public string File(string name) => _folder.File(name);

    /// <summary>Runs the script as the run of this pipeline.</summary>
    public Task<RunOutcome> RunAsync(string script)
    {
        System.IO.File.WriteAllText(File("run.sh"), script);
        var pipeline = Pipeline with { Options = Pipeline.Options with { TimeoutMinutes = Minutes } };
        return new ChildRun(new("/bin/sh", [File("run.sh")]), Home, "acme", Clock).RunAsync(pipeline, Stopping);
    }

    /// <summary>What the runs have said on standard error, by file name.</summary>
    public Dictionary<string, string> Notes => Directory.EnumerateFiles(Runs.Of("beauty"), "*.log").ToDictionary(path => Path.GetFileName(path)!, System.IO.File.ReadAllText);
}
