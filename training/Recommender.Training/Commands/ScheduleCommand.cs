using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Recommender.Core;
using Recommender.Storage.Homes;
using Recommender.Training.Scheduling;

namespace Recommender.Training.Commands;

/// <summary><c>recommender schedule pipelines/distributor.yaml</c> and <c>recommender schedule log</c></summary>
static class ScheduleCommand
{
    const string Pipelines = "pipelines";

    public static Command Create()
    {
        var files = new Argument<string[]>("PIPELINE") { Description = "Pipeline files with a schedule [default: those in pipelines/].", HelpName = "pipeline.yaml", Arity = ArgumentArity.ZeroOrMore };
        var next = new Option<int?>("--next") { Description = "Print the coming times, of runs and of drift checks so many each, and run nothing.", HelpName = "n" };
        var command = new Command("schedule",
            """
            Run pipelines at the times their files name, one after the other, until it is stopped by Ctrl-C or SIGTERM: then it asks the run at work
            to end, waits for it, logs it as stopped and ends with exit code 0.

            Examples:
              recommender schedule pipelines/distributor.yaml
              recommender schedule --next 10 pipelines/distributor.yaml
              recommender schedule log beauty --last 20
            """) { files, next, Log() };
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var pipelines = Read(parsed.GetValue(files) ?? []);
            if (parsed.GetValue(next) is not { } count) return Run(verb, pipelines, cancellationToken);

            Foretell(verb, pipelines, InRange.Of(count, 1, 10_000, "--next"));
            return ExitCode.Done;
        });
        return command;
    }

    static Command Log()
    {
        var pipeline = new Argument<string?>("PIPELINE") { Description = "Name of a pipeline [default: all].", Arity = ArgumentArity.ZeroOrOne };
        var last = new Option<int>("--last") { Description = "How many of the newest lines to show.", HelpName = "n", DefaultValueFactory = _ => 20 };
        var command = new Command("log",
            """
            Show what became of each run: when it was due, when it ran, which attempt it was, how it ended.

            Example:
              recommender schedule log beauty --last 50
            """) { pipeline, last };
        Verb.Bind(command, (verb, parsed, _) =>
        {
            var entries = Entries(new(verb.Runs), parsed.GetValue(pipeline)).TakeLast(InRange.Of(parsed.GetValue(last), 1, 1_000_000, "--last")).ToArray();
            if (verb.Json) Verb.Print(new JsonArray([.. entries.Select(RunLog.Json)]));
            else if (entries.Length == 0) verb.Say("Nothing has run yet.");
            else RunLogView.Show(verb.Screen, entries);
            return ExitCode.Done;
        });
        return command;
    }

    static IReadOnlyList<ScheduledPipeline> Read(string[] files)
    {
        var paths = files.Length > 0 ? files : ScheduledFile.In(Pipelines);
        if (paths.Count == 0) throw new WrongUseException($"no file in {Path.GetFullPath(Pipelines)} has a 'schedule:'; name one: recommender schedule PIPELINE.yaml");

        ScheduledPipeline[] pipelines = [.. paths.Select(ScheduledFile.Read)];
        var twice = pipelines.GroupBy(pipeline => pipeline.Name).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? pipelines : throw new UserErrorException(
            $"the pipeline name '{twice.Key}' is that of {string.Join(" and of ", twice.Select(pipeline => pipeline.File))}; give each file a 'name:' of its own.");
    }

    static void Foretell(Verb verb, IReadOnlyList<ScheduledPipeline> pipelines, int count)
    {
        var now = TimeProvider.System.GetUtcNow();
        var document = new JsonArray();
        foreach (var (at, table) in pipelines.SelectMany(pipeline => Coming(pipeline, now, count)))
        {
            document.Add(new JsonObject { ["pipeline"] = table.Name, ["due"] = at, ["drift_check"] = table.IsDriftCheck });
            if (!verb.Json) Console.Out.WriteLine($"{Time(at, "yyyy-MM-dd HH:mm zzz")}  {table.Name}{(table.IsDriftCheck ? "  drift check" : "")}");
        }
        if (verb.Json) Verb.Print(document);
    }

    // So many of its runs and so many of its drift checks, in the order of time.
    static IEnumerable<(DateTimeOffset At, ScheduledPipeline Table)> Coming(ScheduledPipeline pipeline, DateTimeOffset now, int count)
    {
        var zone = ZoneName.Find(pipeline.Options.TimeZone);
        return pipeline.Tables().SelectMany(table => CronExpression.Parse(table.Options.Cron).Between(now, DateTimeOffset.MaxValue, zone).Take(count).Select(at => (at, table))).OrderBy(coming => coming.at);
    }

    static int Run(Verb verb, IReadOnlyList<ScheduledPipeline> pipelines, CancellationToken cancellationToken)
    {
        var locks = new List<PipelineLock>();
        try
        {
            foreach (var pipeline in pipelines) locks.Add(Lock(verb.Runs, pipeline.Name));

            var attempts = RunAsync(verb, pipelines, cancellationToken).GetAwaiter().GetResult();
            if (verb.Json) Verb.Print(new JsonObject { ["attempts"] = attempts });
            return ExitCode.Done;
        }
        finally
        {
            locks.ForEach(held => held.Dispose());
        }
    }

    static async Task<int> RunAsync(Verb verb, IReadOnlyList<ScheduledPipeline> pipelines, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        Action<ScheduledPipeline, string> say = (pipeline, text) => Say(verb, clock, pipeline, text);
        using var http = Webhook.CreateClient();
        var child = new ChildRun(ChildProgram.Own, verb.Home, verb.Tenant, clock);
        var log = new RunLog(verb.Runs);
        var turn = new DriftTurn(child.RunAsync, child.CheckDriftAsync, log);
        return await new Scheduler([.. pipelines.SelectMany(pipeline => pipeline.Tables())], turn.TakeAsync, new(clock, log, new Webhook(http, clock, say).NotifyAsync, say)).RunAsync(cancellationToken);
    }

    static PipelineLock Lock(RunsFolder runs, string pipeline) => PipelineLock.TryAcquireSchedule(runs, pipeline) ?? throw new UserErrorException(
        $"the pipeline '{pipeline}' is scheduled already ({PipelineLock.Planner(runs, pipeline)}); one scheduler a pipeline: stop that one first.");

    static void Say(Verb verb, TimeProvider clock, ScheduledPipeline pipeline, string text)
    {
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), ZoneName.Find(pipeline.Options.TimeZone));
        (verb.Json ? Console.Error : Console.Out).WriteLine($"{Time(now, "yyyy-MM-dd HH:mm:sszzz")} {pipeline.Name}: {text}");
    }

    static IEnumerable<RunEntry> Entries(RunLog log, string? pipeline)
    {
        var known = log.Pipelines;
        if (pipeline is null) return known.SelectMany(log.Read).OrderBy(entry => entry.Ended);

        return known.Contains(pipeline) ? log.Read(pipeline) : throw new WrongUseException($"the pipeline '{pipeline}' has no run log here.{Suggestion.For(pipeline, known)} {(known.Count > 0 ? $"Known: {string.Join(", ", known)}." : "Nothing has run yet.")}");
    }

    static string Time(DateTimeOffset at, string format) => at.ToString(format, CultureInfo.InvariantCulture);
}
