using System.Text.Json.Nodes;
using Recommender.Core;
using Recommender.Core.Store;
using Recommender.Storage.Cleaning;
using Recommender.Storage.Generation;
using Recommender.Storage.Imports;
using Recommender.Storage.Snapshots;
using Recommender.Storage.Sources;
using Recommender.Storage.Sources.Text;
using Recommender.Training.Pipelines.Documents;
using Recommender.Training.Terminal;

namespace Recommender.Training.Pipelines.Steps;

/// <summary>From a pipeline's source to the snapshot that it trains on: a demo shop is made, files are imported, or the dataset is taken as it is.</summary>
sealed class ImportStep(RunSetting setting, StepCache steps, IProgress<StepProgress> progress)
{
    const string Shop = "shop";

    Pipeline Pipeline => setting.Pipeline;

    /// <summary>The key of a demo shop.</summary>
    public static StepKey KeyOf(GenerateSection shop) => StepKey.Of("generate", shop.Options.Shop, shop.Options.Lines, shop.Options.Seed);

    /// <summary>The folder that a demo shop is made in.</summary>
    public static string FolderOf(RunSetting setting, GenerateSection shop) => Path.Combine(setting.Steps, KeyOf(shop).Text, Shop);

    /// <summary>The files that the source names.</summary>
    public static IReadOnlyList<string> Paths(RunSetting setting) => setting.Pipeline.Source switch
    {
        { Files: { } listed } => [.. listed.Files.Concat(new[] { listed.Items, listed.Customers }.OfType<string>()).Select(setting.File.Resolve).SelectMany(Files)],
        { Mapping: not null, Folder: { } folder } => [.. Files(setting.File.Resolve(folder))],
        _ => [],
    };

    /// <summary>The hash of the snapshot that these very files made before, or null.</summary>
    public static string? FormerHash(RunSetting setting, FormerSteps former, CancellationToken cancellationToken)
    {
        if (setting.Pipeline.Source!.Generate is not { } shop) return Snapshot(former.Find(KeyOf(setting, Paths(setting), cancellationToken)));

        return former.Find(KeyOf(shop)) is { } made ? Snapshot(former.Find(KeyOf(setting, [.. Files(made.File(Shop))], cancellationToken))) : null;
    }

    /// <summary>The snapshot.</summary>
    public SnapshotFolder Run(CancellationToken cancellationToken)
    {
        var dataset = setting.Home.Dataset(setting.Tenant, Pipeline.Dataset);
        if (Pipeline.Source is not { } source) return dataset.Current;

        var shop = source.Generate is { } asked ? Generate(asked, cancellationToken) : null;
        var request = shop is not null ? Of([shop]) : source.Mapping is not null ? Mapped(source) : Listed(source.Files!);
        var key = KeyOf(setting, shop is null ? Paths(setting) : [.. Files(shop)], cancellationToken);
        var step = steps.Run($"import {Pipeline.Dataset}", key, _ => Import(request, cancellationToken), IsCurrent, cancellationToken);
        return dataset.Find((string)step.Result["snapshot"]!);

        bool IsCurrent(JsonObject made) => dataset.CurrentIfThere?.Manifest.Hash == (string?)made["snapshot"];
    }

    string Generate(GenerateSection shop, CancellationToken cancellationToken)
    {
        var options = shop.Options;
        var step = steps.Run($"generate {options.Shop}", KeyOf(shop), folder =>
        {
            ShopGenerator.Generate(options, Path.Combine(folder, Shop), new Lines(progress, options.Shop), cancellationToken);
            return [];
        }, isGood: null, cancellationToken);
        return step.File(Shop);
    }

    JsonObject Import(ImportRequest request, CancellationToken cancellationToken)
    {
        var result = new Importer(setting.Home, setting.Clock).Run(request, setting.Say, new Imported(progress, Pipeline.Dataset), cancellationToken);
        return new() { ["snapshot"] = result.Snapshot.Manifest.Hash };
    }

    ImportRequest Listed(FilesSection files) => Of(files.Files) with
    {
        Items = files.Items is null ? null : setting.File.Resolve(files.Items),
        Customers = files.Customers is null ? null : setting.File.Resolve(files.Customers),
        Columns = files.Columns,
        Formats = new() { Dates = files.Dates, DecimalSign = files.Decimal, TimeZone = files.Timezone },
        Cleaning = CleaningOptions.Parse(Pipeline.Clean) with { MaxRejected = files.MaxRejected },
        Text = new CsvOptions { Encoding = files.Encoding, Header = files.Header.Count > 0 ? [.. files.Header] : null },
    };

    ImportRequest Mapped(SourceSection source) => Of([source.Folder ?? throw new UserErrorException($"{setting.File.Path} maps files but does not say where they lie. Add 'folder: ...' to its source.")]) with { Mapping = source.Mapping };

    ImportRequest Of(IReadOnlyList<string> paths) => new()
    {
        Sources = [.. paths.Select(path => new ImportSource.OfFile(setting.File.Resolve(path)))],
        Tenant = setting.Tenant,
        Dataset = Pipeline.Dataset,
        Cleaning = CleaningOptions.Parse(Pipeline.Clean),
        Resources = Resources.Of(setting.Threads, memory: null),
        Wait = RunSetting.Wait,
    };

    // What the files hold, how they are read and who must be left out: an import of the same makes the same snapshot.
    static StepKey KeyOf(RunSetting setting, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var hashes = new JsonObject(paths.Select(path => KeyValuePair.Create(path, (JsonNode?)FileHash.Of(path, cancellationToken))));
        return StepKey.Of("import", setting.Pipeline.Dataset, setting.Pipeline.Source!.Words, setting.Pipeline.Clean, hashes, setting.Home.Tenant(setting.Tenant).Suppressions.Count);
    }

    static string? Snapshot(StepFolder? step) => (string?)step?.Result["snapshot"];

    static IEnumerable<string> Files(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path).Order(StringComparer.Ordinal)
        : File.Exists(path) ? [path]
        : throw new UserErrorException($"{path} is not there. Correct 'files' of the pipeline's source, or give the place with --source.");

    sealed class Lines(IProgress<StepProgress> progress, string shop) : IProgress<GenerateProgress>
    {
        public void Report(GenerateProgress value) => progress.Report(new($"generate {shop}", value.Lines, (double)value.Lines / value.Of));
    }

    sealed class Imported(IProgress<StepProgress> progress, string dataset) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => progress.Report(new($"import {dataset}", value.Rows, value.Share, value.Step));
    }
}
