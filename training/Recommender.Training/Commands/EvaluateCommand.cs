using System.CommandLine;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Evaluation.Metrics;
using Recommender.Core.Models.Folders;
using Recommender.Storage.Datasets;
using Recommender.Training.Experiments;
using Recommender.Training.Terminal;
using Recommender.Training.Trainers;
using Recommender.Training.Views;

namespace Recommender.Training.Commands;

/// <summary><c>recommender evaluate --dataset shop --trainers popularity,ease</c></summary>
static class EvaluateCommand
{
    public static Command Create()
    {
        var data = new DataOptions();
        var trainers = new Option<string?>("--trainers") { Description = "Trainers with their options, parted by commas; see: recommender trainers.", HelpName = "names" };
        var models = new Option<string[]>("--model") { Description = "Folder or version of a model trained with the same data, split and seed; may be repeated.", HelpName = "folder|name@version" };
        var at = new Option<string>("--at") { Description = "Lengths of list that metrics look at.", HelpName = "10,20", DefaultValueFactory = _ => "10,20" };
        var metrics = new Option<string?>("--metrics") { Description = $"Any of {string.Join(", ", MetricTable.All.Select(metric => metric.Name))} [default: all but auc and diversity].", HelpName = "names" };
        var isExplicit = new Option<bool>("--explicit") { Description = "Foretell ratings: rmse and mae instead of rankings." };
        var persons = new Option<string?>("--per-customer") { Description = "Parquet file that gets every metric of every customer.", HelpName = "file" };
        var resamples = new Option<int>("--resamples") { Description = "Bootstrap resamples behind the intervals.", HelpName = "n", DefaultValueFactory = _ => 1000 };
        var threads = CommonOptions.Threads();
        var command = new Command("evaluate",
            """
            Train on the past, ask about what came after: full rankings over all items, with 95 % intervals.

            Examples:
              recommender evaluate --dataset shop --trainers popularity,frequency,ease --at 10,20
              recommender evaluate --dataset shop --split temporal:2026-01-01 --trainers "ease(lambda=500),implicit-als(factors=64)" --json
              recommender evaluate --train ratings-train.csv --test ratings-test.csv --trainers matrix-factorization --explicit
            """) { trainers, models, at, metrics, isExplicit, persons, resamples, threads };
        data.AddTo(command);
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var choice = data.Choice(parsed);
            var made = WrongUse.Check(() => parsed.GetValue(trainers) is { } text ? TrainerChoice.Create(text) : []);
            var folders = parsed.GetValue(models) ?? [];
            if (made.Count + folders.Length == 0) throw new WrongUseException("Nothing to evaluate is named. Give --trainers popularity,ease or --model <folder>.");

            if (parsed.GetValue(persons) is { } wanted) PersonTable.Prepare(wanted);
            var threadCount = CommonOptions.ThreadsOf(parsed, threads);
            var options = new TrialOptions(
                new EvaluationOptions
                {
                    Cutoffs = CutoffText.Read(parsed.GetRequiredValue(at)),
                    Metrics = parsed.GetValue(metrics) is { } names ? WrongUse.Check(() => MetricTable.Named(names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))) : MetricTable.Usual,
                    Bootstrap = new BootstrapOptions { Resamples = InRange.Of(parsed.GetValue(resamples), 100, 100_000, "--resamples"), Seed = choice.Seed, Threads = threadCount },
                },
                choice.Seed, threadCount, parsed.GetValue(isExplicit));
            var result = new ProgressView(verb.Screen).Steps(progress => Run(verb, (choice, options, made, folders), progress, cancellationToken));
            if (parsed.GetValue(persons) is { } file) PersonTable.Write(verb.Home, file, result, cancellationToken);

            if (verb.Json) Verb.Print(EvaluationJson.Of(result));
            else EvaluationView.Show(verb.Screen, result);
            return ExitCode.Done;
        });
        return command;
    }

    static EvaluationResult Run(
        Verb verb, (DataChoice Choice, TrialOptions Options, IReadOnlyList<ITrainer> Trainers, string[] Folders) asked, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        progress.Report(new("reading data"));
        var parts = TrainerChoice.Needs(asked.Trainers) | (asked.Options.IsExplicit ? DatasetParts.Ratings : DatasetParts.None);
        var data = asked.Choice.Cut(verb.Home, verb.Tenant, parts, cancellationToken);
        TrainerChoice.Check(asked.Trainers, data.Fold.Training, asked.Options.IsExplicit);
        var trial = new Trial(data, asked.Options, progress);
        var results = new List<TrainerResult>();
        foreach (var trainer in asked.Trainers) results.Add(trial.Run(trainer, cancellationToken));
        foreach (var folder in asked.Folders)
        {
            using var opened = ModelFolder.Open(ModelPlace.Find(verb, folder), known: null, cancellationToken);
            results.Add(trial.Run(opened, cancellationToken));
        }
        return trial.Result(results);
    }
}
