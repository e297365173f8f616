using System.CommandLine;
using System.Text.Json.Nodes;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Storage.Generation;
using Recommender.Storage.Imports;
using Recommender.Storage.Sources;
using Recommender.Training.Experiments;
using Recommender.Training.Terminal;
using Recommender.Training.Views;
using Spectre.Console;

namespace Recommender.Training.Commands;

/// <summary><c>recommender demo</c>: each step is a method, run in order; what is there already is not made again.</summary>
static class DemoCommand
{
    const string Dataset = "beauty";
    const string Trainers = "popularity,frequency,ease";
    const int Seed = 17;

    static readonly GenerateOptions Shop = new() { Shop = Dataset, Lines = 100_000, Overwrite = true };

    public static Command Create()
    {
        var command = new Command("demo",
            """
            Make the demo shop, import it, show what is in it and let trainers compete on it.

            Example:
              recommender demo
            """);
        Verb.Bind(command, Run);
        return command;
    }

    static int Run(Verb verb, ParseResult parsed, CancellationToken cancellationToken)
    {
        var folder = Generate(verb, cancellationToken);
        var imported = Import(verb, folder, cancellationToken);
        var evaluated = Evaluate(verb, cancellationToken);
        if (verb.Json)
        {
            Verb.Print(new JsonObject { ["shop"] = folder, ["import"] = ImportJson.Of(imported, loaded: null), ["evaluation"] = EvaluationJson.Of(evaluated) });
            return ExitCode.Done;
        }
        ProfileView.Show(verb.Screen, imported.Snapshot, imported.Profile, withColumns: false);
        verb.Screen.Results.WriteLine();
        EvaluationView.Show(verb.Screen, evaluated);
        ShowNext(verb, folder);
        return ExitCode.Done;
    }

    static string Generate(Verb verb, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(verb.Home.Path, "demo", Dataset);
        if (File.Exists(Path.Combine(folder, "truth.json"))) return folder;

        verb.Say($"Making the demo shop in {folder}");
        new ProgressView(verb.Screen).Generate(Shop, folder, cancellationToken);
        return folder;
    }

    static ImportResult Import(Verb verb, string folder, CancellationToken cancellationToken)
    {
        verb.Say($"Importing it as the dataset '{Dataset}'");
        var importer = new Importer(verb.Home, TimeProvider.System);
        var request = new ImportRequest { Sources = [new ImportSource.OfFile(folder)], Tenant = verb.Tenant, Dataset = Dataset };
        return new ProgressView(verb.Screen).Show(progress => importer.Run(request, verb.Say, progress, cancellationToken));
    }

    static EvaluationResult Evaluate(Verb verb, CancellationToken cancellationToken)
    {
        verb.Say($"Training {Trainers} on the first 80 % of its baskets");
        var choice = new DataChoice { Dataset = Dataset, Seed = Seed };
        return new ProgressView(verb.Screen).Steps(progress =>
        {
            var options = new TrialOptions(new(), Seed, Environment.ProcessorCount);
            var trial = new Trial(choice.Cut(verb.Home, verb.Tenant, DatasetParts.None, cancellationToken), options, progress);
            return trial.Result([.. TrainerChoice.Create(Trainers).Select(trainer => trial.Run(trainer, cancellationToken))]);
        });
    }

    static void ShowNext(Verb verb, string folder)
    {
        var console = verb.Screen.Results;
        console.WriteLine();
        console.WriteLine("Next:");
        var where = verb.HomeWords;
        var proposals = new[]
        {
            ($"./recommender profile --dataset {Dataset} --columns{where}", "every column of every table"),
            ($"./recommender compare ease frequency --dataset {Dataset}{where}", "two trainers on the same customers"),
            ($"./recommender trainers{where}", "everything that can be trained"),
            ($"./recommender import orders.csv --dataset shop --dry-run{where}", "how your own data would be understood"),
            ("./recommender generate distributor --out shops/parts", "a B2B seller with planted declines"),
        };
        var widest = proposals.Max(proposal => proposal.Item1.Length);
        foreach (var (command, what) in proposals) console.WriteLine($"  {command.PadRight(widest)}  {what}");
        console.WriteLine($"What was planted in the shop: {Path.Combine(folder, "truth.json")}");
    }
}
