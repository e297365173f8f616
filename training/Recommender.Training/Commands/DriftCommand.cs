using System.CommandLine;
using Recommender.Core.Interactions;
using Recommender.Core.Models.Folders;
using Recommender.Core.Store;
using Recommender.Storage.Datasets;
using Recommender.Training.Drift;
using Recommender.Training.Experiments;
using Recommender.Training.Pipelines.Documents;
using Recommender.Training.Terminal;
using Recommender.Training.Views;

namespace Recommender.Training.Commands;

/// <summary><c>recommender drift beauty@production</c></summary>
static class DriftCommand
{
    public static Command Create()
    {
        var version = new Argument<string?>("version") { Description = "A version: name, name@alias or name@number [default: the live one of --pipeline].", Arity = ArgumentArity.ZeroOrOne };
        var pipeline = new Option<string?>("--pipeline") { Description = "Take version, dataset and limits from this pipeline file.", HelpName = "pipeline.yaml" };
        var dataset = new Option<string?>("--dataset") { Description = "The dataset whose current snapshot it is held against [default: the one it learned from].", HelpName = "name" };
        var usual = new DriftOptions();
        var items = Limit("--max-new-items", "The share of purchases that may be of items it does not know", usual.MaxNewItems);
        var shift = Limit("--max-popularity-shift", "The share of purchases that may have moved to other items, beyond chance", usual.MaxPopularityShift);
        var decay = Limit("--max-metric-decay", "The share by which its deciding metric may have fallen", usual.MaxMetricDecay);
        var threads = CommonOptions.Threads();
        var command = new Command("drift",
            """
            Hold a live version against what was sold since its data ended: items it does not know, purchases that moved to other items, and its own
            figure on purchases it has not seen. Ends with 3 when it has drifted, with 0 when not, or when there is too little data to tell.

            Examples:
              recommender drift beauty
              recommender drift beauty@7 --dataset shop --max-new-items 0.1
              recommender drift --pipeline pipelines/beauty.yaml
            """) { version, pipeline, dataset, items, shift, decay, threads };
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var file = parsed.GetValue(pipeline) is { } path ? PipelineFile.Load(path).Pipeline : null;
            var limits = file?.Drift ?? usual;
            var options = limits with
            {
                MaxNewItems = InRange(parsed, items) ?? limits.MaxNewItems,
                MaxPopularityShift = InRange(parsed, shift) ?? limits.MaxPopularityShift,
                MaxMetricDecay = InRange(parsed, decay) ?? limits.MaxMetricDecay,
            };
            var text = parsed.GetValue(version) ?? (file is null ? throw new WrongUseException("Name a version, such as beauty@production, or a pipeline: --pipeline pipelines/beauty.yaml.") : $"{file.ModelName}@{file.Alias}");
            var sealedFolder = WrongUse.Check(() => ModelReference.Parse(text)).Find(TenantModels.Of(verb.Home, verb.Tenant));
            var threadCount = CommonOptions.ThreadsOf(parsed, threads);
            var report = new ProgressView(verb.Screen).Steps(progress =>
                Examine(sealedFolder, parsed.GetValue(dataset) ?? file?.Dataset, (options, new(verb.Home, verb.Tenant, threadCount, progress)), cancellationToken));
            if (verb.Json) Verb.Print(DriftView.Json(report));
            else DriftView.Show(verb.Screen, report);
            return report.Verdict == DriftVerdict.Drifted ? ExitCode.Refused : ExitCode.Done;
        });
        return command;
    }

    static DriftReport Examine(SealedFolder version, string? name, (DriftOptions Options, TrialPlace Place) asked, CancellationToken cancellationToken)
    {
        var place = asked.Place;
        using var opened = ModelFolder.Open(version, known: null, cancellationToken);
        place.Progress.Report(new("reading data"));
        var level = opened.Manifest.Level is { } text ? Enum.Parse<Level>(text, ignoreCase: true) : Level.Item;
        var folder = place.Home.Dataset(place.Tenant, name ?? opened.Manifest.Dataset);
        var dataset = DatasetReader.Read(place.Home, folder.Current, new(level, RecipeTrial.TrainerOf(opened.Manifest).Needs), cancellationToken);
        return dataset.HasTimes ? new DriftExamination(opened, asked.Options, place).Run(dataset, cancellationToken)
            : throw new Core.UserErrorException($"'{dataset.Name}' has no times, so nothing in it is newer than the version. Import it with the column of its dates.");
    }

    static Option<double?> Limit(string name, string description, double usual) =>
        new(name) { Description = FormattableString.Invariant($"{description} [default: {usual}, or what the pipeline says]."), HelpName = "share" };

    static double? InRange(ParseResult parsed, Option<double?> option) => parsed.GetValue(option) switch
    {
        null => null,
        >= 0 and <= 1 and var value => value,
        var value => throw new WrongUseException(FormattableString.Invariant($"{option.Name} {value} is outside 0 to 1; name a share, such as 0.1.")),
    };
}
