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
        var output = new Option<string?>("--out") { Description = "Folder that gets the model.", HelpName = "folder" };
        var publish = new Option<string?>("--publish") { Description = "Model of the store that gets it as its next version, instead of --out.", HelpName = "name" };
        var warm = new Option<string?>("--warm-start") { Description = "Folder or version of a former model of the same trainer to begin from.", HelpName = "folder|name@version" };
        var threads = CommonOptions.Threads();
        var command = new Command("train",
            """
            Train a model on a dataset and write it to a folder, or publish it as a version. With --split it learns from the training part only, so that it can be evaluated afterwards.

            Examples:
              recommender train --dataset shop --trainer ease --publish shop
              recommender train --dataset shop --trainer "implicit-als(factors=128,unobserved=0.1)" --split temporal:2026-01-01 --out trained/als
            """) { trainer, output, publish, warm, threads };
        data.AddTo(command);
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var (folder, model) = Target(verb, parsed.GetValue(output), parsed.GetValue(publish));
            var (choice, chosen) = (data.Choice(parsed), WrongUse.Check(() => TrainerSpec.Parse(parsed.GetRequiredValue(trainer))));
            var made = WrongUse.Check(() => TrainerCatalogue.Create(chosen.Name, chosen.Options));
            var context = new TrainingContext { Seed = choice.Seed, Threads = CommonOptions.ThreadsOf(parsed, threads), Cancellation = cancellationToken };

            var key = KeyOf(verb, cancellationToken);
            var dataset = Read(verb, choice, made.Needs, cancellationToken);
            using var former = parsed.GetValue(warm) is { } place ? ModelFolder.Open(ModelPlace.Find(verb, place), known: null, cancellationToken) : null;
            var run = new ProgressView(verb.Screen).Steps(progress => TrainingRun.Of(made, dataset, context with { WarmStart = Former.Of(former, verb, made, dataset, cancellationToken) }, progress));

            var publication = new ModelPublication(key, TimeProvider.System);
            var written = model is null ? new(folder!, publication.Write(folder!, run, dataset, choice, cancellationToken))
                : Publish(verb, () => publication.Publish(model, run, dataset, choice, cancellationToken), cancellationToken);
            if (verb.Json) Verb.Print(Json(written));
            else Show(verb, written, choice.Words());
            return ExitCode.Done;
        });
        return command;
    }

    // Exactly one of the two.
    static (string? Folder, StoredModel? Model) Target(Verb verb, string? folder, string? model)
    {
        if (folder is null == model is null) throw new WrongUseException("Say where the model goes: --out <folder>, or --publish <name> for the next version of a model in the store.");
        if (model is not null) return (null, WrongUse.Check(() => verb.Home.Tenant(verb.Tenant).Models.Model(model)));

        var path = Path.GetFullPath(folder!.Length > 0 ? folder : throw new WrongUseException("--out names no folder; name one such as trained/ease."));
        ModelFolder.CheckThatItIsFree(path);
        return (path, null);
    }

    static SealedFolder Publish(Verb verb, Func<SealedFolder> publish, CancellationToken cancellationToken)
    {
        using var writer = WriterLock.Acquire(verb.Home, "train", Wait, verb.Say, cancellationToken);
        return publish();
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

    static JsonObject Json(SealedFolder written)
    {
        var (folder, manifest) = written;
        var json = new JsonObject
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
            ["bytes"] = manifest.Bytes,
        };
        if (manifest.Model is not null) (json["model"], json["version"]) = (manifest.Model, manifest.Version);
        return json;
    }

    static void Show(Verb verb, SealedFolder written, string data)
    {
        var (folder, manifest) = written;
        var console = verb.Screen.Results;
        console.MarkupLineInterpolated($"[bold]{manifest.Trainer}[/] learned {manifest.Items:N0} items from {manifest.Customers:N0} customers in {manifest.Seconds:N1} s with {manifest.PeakMb:N0} MB");
        if (manifest.Model is not null) console.MarkupLineInterpolated($"Version [bold]{manifest.Version}[/] of [bold]{manifest.Model}[/]");
        console.MarkupLineInterpolated($"{manifest.Bytes / 1e6:N1} MB in [green]{folder}[/]");
        var place = manifest.Model is null ? folder : $"{manifest.Model}@{manifest.Version}";
        console.MarkupLineInterpolated($"Next: recommender evaluate {data}{verb.HomeWords} {(manifest.Split is null ? $"--trainers {manifest.Trainer}" : $"--model {place}")}");
    }
}
