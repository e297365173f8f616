using System.CommandLine;
using System.Text.Json.Nodes;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Folders;
using Recommender.Core.Store;
using Recommender.Storage.Homes;
using Recommender.Training.Experiments;
using Recommender.Training.Terminal;
using Recommender.Training.Trainers;
using Spectre.Console;

namespace Recommender.Training.Commands;

/// <summary><c>recommender train --dataset shop --trainer "ease(lambda=500)" --out models/ease</c></summary>
static class TrainCommand
{
    static readonly TimeSpan Wait = TimeSpan.FromMinutes(10);

    public static Command Create()
    {
        var data = new DataOptions();
        var trainer = new Option<string>("--trainer") { Description = "A trainer with its options; see: recommender trainers.", HelpName = "name(option=value,...)", Required = true };
        var output = new Option<string>("--out") { Description = "Folder that gets the model.", HelpName = "folder", Required = true };
        var warm = new Option<string?>("--warm-start") { Description = "Folder of a former model of the same trainer to begin from.", HelpName = "folder" };
        var threads = CommonOptions.Threads();
        var command = new Command("train",
            """
            Train a model on a dataset and write it to a folder. With --split it learns from the training part only, so that it can be evaluated afterwards.

            Examples:
              recommender train --dataset shop --trainer ease --out trained/ease
              recommender train --dataset shop --trainer "implicit-als(factors=128,unobserved=0.1)" --split temporal:2026-01-01 --out trained/als
            """) { trainer, output, warm, threads };
        data.AddTo(command);
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var named = parsed.GetRequiredValue(output);
            var folder = Path.GetFullPath(named.Length > 0 ? named : throw new WrongUseException("--out names no folder; name one such as trained/ease."));
            ModelFolder.CheckThatItIsFree(folder);
            var (choice, chosen) = (data.Choice(parsed), WrongUse.Check(() => TrainerSpec.Parse(parsed.GetRequiredValue(trainer))));
            var made = WrongUse.Check(() => TrainerCatalogue.Create(chosen.Name, chosen.Options));
            var context = new TrainingContext { Seed = choice.Seed, Threads = CommonOptions.ThreadsOf(parsed, threads), Cancellation = cancellationToken };

            var key = KeyOf(verb, cancellationToken);
            var dataset = Read(verb, choice, made.Needs, cancellationToken);
            using var former = parsed.GetValue(warm) is { } path ? ModelFolder.Open(path, cancellationToken) : null;
            var run = new ProgressView(verb.Screen).Steps(progress => TrainingRun.Of(made, dataset, context with { WarmStart = Former.Of(former, verb, made, dataset, cancellationToken) }, progress));

            var manifest = new ModelPublication(key, TimeProvider.System).Write(folder, run, dataset, choice, cancellationToken);
            if (verb.Json) Verb.Print(Json(manifest, folder));
            else Show(verb.Screen.Results, manifest, $"{choice.Words()}{verb.HomeWords}", folder);
            return ExitCode.Done;
        });
        return command;
    }

    // Before the training, not after it: what took hours is not lost because somebody else is writing.
    static TenantKey KeyOf(Verb verb, CancellationToken cancellationToken)
    {
        if (verb.Home.Tenant(verb.Tenant).Key is { } known) return known;

        using var writer = WriterLock.Acquire(verb.Home, "train", Wait, verb.Say, cancellationToken);
        return TenantKey.Ensure(verb.Home.Tenant(verb.Tenant), writer);
    }

    static Dataset Read(Verb verb, DataChoice choice, DatasetParts parts, CancellationToken cancellationToken) => choice.Split is null && choice.TestFile is null
        ? choice.Read(verb.Home, verb.Tenant, parts, cancellationToken)
        : choice.Cut(verb.Home, verb.Tenant, parts, cancellationToken).Fold.Training;

    static JsonObject Json(ModelManifest manifest, string folder) => new()
    {
        ["folder"] = folder,
        ["trainer"] = manifest.Trainer,
        ["options"] = manifest.Options.DeepClone(),
        ["seed"] = manifest.Seed,
        ["dataset"] = manifest.Dataset,
        ["snapshot"] = manifest.Snapshot,
        ["split"] = manifest.Split,
        ["customers"] = manifest.Customers,
        ["items"] = manifest.Items,
        ["seconds"] = manifest.Seconds,
        ["peak_mb"] = manifest.PeakMb,
        ["bytes"] = manifest.Files.Sum(file => file.Bytes),
    };

    static void Show(IAnsiConsole console, ModelManifest manifest, string data, string folder)
    {
        console.MarkupLineInterpolated($"[bold]{manifest.Trainer}[/] learned {manifest.Items:N0} items from {manifest.Customers:N0} customers in {manifest.Seconds:N1} s with {manifest.PeakMb:N0} MB");
        console.MarkupLineInterpolated($"{manifest.Files.Sum(file => file.Bytes) / 1e6:N1} MB in [green]{folder}[/]");
        console.MarkupLineInterpolated($"Next: recommender evaluate {data} {(manifest.Split is null ? $"--trainers {manifest.Trainer}" : $"--model {folder}")}");
    }
}
