using System.CommandLine;
using System.Text.Json.Nodes;
using Recommender.Storage.Profiles;
using Recommender.Storage.Snapshots;
using Recommender.Training.Pipelines;
using Recommender.Training.Pipelines.Documents;
using Recommender.Training.Pipelines.Steps;
using Recommender.Training.Terminal;
using Recommender.Training.Views;
using Spectre.Console;

namespace Recommender.Training.Commands;

/// <summary><c>recommender demo</c>: the pipeline of the demo shop from nothing to a live version, and what there is to see of it.</summary>
static class DemoCommand
{
    const string Ready = "beauty.yaml";

    // The launcher hands the same words to the worker, which heeds this one.
    static readonly Option<bool> NoOpen = new("--no-open") { Description = "Leave the browser closed when it is served." };

    public static Command Create()
    {
        var command = new Command("demo",
            """
            Run pipelines/beauty.yaml: make the demo shop, import it, let trainers compete on it and make the best one live; then show what is in
            the shop and how they did. What was done before is not done again. The launcher then serves it, and shows how to ask.

            Example:
              recommender demo
            """)
        { NoOpen };
        Verb.Bind(command, Run);
        return command;
    }

    static int Run(Verb verb, ParseResult parsed, CancellationToken cancellationToken)
    {
        var setting = new RunSetting(ReadyPipeline.Load(Ready), verb.Home, verb.Tenant, Environment.ProcessorCount) { Say = verb.Say };
        verb.Say($"Running {setting.File.Path}");
        using var held = setting.Hold();
        var run = new ProgressView(verb.Screen).Steps(progress => new PipelineRun(setting, progress, cancellationToken).Run());
        var snapshot = verb.Home.Dataset(verb.Tenant, setting.Pipeline.Dataset).Current;
        Show(verb, setting, run, (snapshot, SnapshotProfile.Read(snapshot.Profile)));
        return run.Verdict.IsPromoted ? ExitCode.Done : ExitCode.Refused;
    }

    static void Show(Verb verb, RunSetting setting, RunResult run, (SnapshotFolder Snapshot, SnapshotProfile Profile) data)
    {
        var shop = setting.Pipeline.Source?.Generate is { } made ? ImportStep.FolderOf(setting, made) : null;
        var evaluated = run.Chosen.Measured with { Trainers = [.. run.Candidates.Select(candidate => candidate.Result)] };
        if (verb.Json)
        {
            Verb.Print(new JsonObject
            {
                ["shop"] = shop, ["import"] = ImportJson.Of(data.Snapshot, data.Profile), ["evaluation"] = EvaluationJson.Of(evaluated), ["run"] = RunJson.Of(setting, run),
            });
            return;
        }
        ProfileView.Show(verb.Screen, data.Snapshot, data.Profile, withColumns: false);
        verb.Screen.Results.WriteLine();
        EvaluationView.Show(verb.Screen, evaluated);
        verb.Screen.Results.WriteLine();
        RunView.Show(verb.Screen, setting, run, verb.HomeWords);
        ShowMore(verb, setting.Pipeline);
        if (shop is not null) verb.Screen.Results.WriteLine($"What was planted in the shop: {Path.Combine(shop, "truth.json")}");
    }

    static void ShowMore(Verb verb, Pipeline pipeline)
    {
        var console = verb.Screen.Results;
        console.WriteLine();
        console.WriteLine("And then:");
        var where = verb.HomeWords;
        var proposals = new[]
        {
            ($"./recommender profile --dataset {pipeline.Dataset} --columns{where}", "every column of every table"),
            ($"./recommender rules --dataset {pipeline.Dataset} --min-count 60{where}", "who buys this also buys that"),
            ($"./recommender compare ease frequency --dataset {pipeline.Dataset}{where}", "two trainers on the same customers"),
            ($"./recommender import orders.csv --dataset shop --dry-run{where}", "how your own data would be understood"),
            ($"./recommender run pipelines/distributor.yaml --dry-run{where}", "a B2B seller with planted declines"),
        };
        var widest = proposals.Max(proposal => proposal.Item1.Length);
        foreach (var (command, what) in proposals) console.WriteLine($"  {command.PadRight(widest)}  {what}");
    }
}
