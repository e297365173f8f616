using System.Globalization;
using Recommender.Storage.Homes;
using Recommender.Tests.Storage;
using Recommender.Training.Scheduling;

namespace Recommender.Tests.Training.Scheduling;

/// <summary>A home, a clock and a scheduler between two moments; runs are what the test says.</summary>
sealed class ScheduledNights : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly List<string> _said = [];

    public ScheduledNights() => Log = new(HomeFolder.Open(_folder.Path).RunsOf("acme"));

    public RunLog Log { get; }

    /// <summary>What was told to whoever wants to know, as "name outcome attempt".</summary>
    public List<string> Told { get; } = [];

    public string Said => string.Join('\n', _said);

    public void Dispose() => _folder.Dispose();

    /// <summary>Schedules these pipelines from one moment to the other.</summary>
    public async Task<int> PassAsync(string from, string to, Func<ScheduledPipeline, JumpingClock, RunOutcome> run, params ScheduledPipeline[] pipelines)
    {
        using var clock = new JumpingClock(Time(from), Time(to));
        var surroundings = new Surroundings(clock, Log, TellAsync, (pipeline, text) => _said.Add($"{pipeline.Name}: {text}"));
        return await new Scheduler(pipelines, (pipeline, _) => Task.FromResult(run(pipeline, clock)), surroundings).RunAsync(clock.Stopping);
    }

    /// <summary>The log in short: due, started to ended, attempt, outcome.</summary>
    public string[] Lines(string pipeline) => [.. Log.Read(pipeline).Select(entry =>
        $"{entry.Due:MM-dd HH:mmzzz} {entry.Started:HH:mm:ss}-{entry.Ended:HH:mm:ss} {entry.Attempt} {entry.Outcome}".ToLowerInvariant())];

    public static ScheduledPipeline Pipeline(string name, ScheduleOptions options) => new($"{name}.yaml", name, options);

    public static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    Task TellAsync(ScheduledPipeline pipeline, RunEntry entry, CancellationToken cancellationToken)
    {
        Told.Add($"{pipeline.Name} {entry.Outcome} {entry.Attempt}".ToLowerInvariant());
        return Task.CompletedTask;
    }
}
