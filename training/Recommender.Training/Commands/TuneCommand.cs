using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Evaluation.Metrics;
using Recommender.Training.Experiments;
using Recommender.Training.Terminal;
using Recommender.Training.Trainers;
using Recommender.Training.Tuning;
using Recommender.Training.Views;
using Spectre.Console;

namespace Recommender.Training.Commands;

/// <summary><c>recommender tune --dataset shop --trainer ease --time 120</c></summary>
static class TuneCommand
{
    const int Shown = 10;

    public static Command Create()
    {
        var data = new DataOptions();
        var trainer = new Option<string>("--trainer") { Description = "The trainer; options given are kept, the others have their defaults.", HelpName = "name(option=value,...)", Required = true };
        var search = new Option<string?>("--search") { Description = "Ranges to search: \"lambda=10..2000,half_life=0|30|90\" [default: the usual ones of the trainer].", HelpName = "ranges" };
        var trials = new Option<int>("--trials") { Description = "Sets of options to try.", HelpName = "n", DefaultValueFactory = _ => 24 };
        var time = new Option<int>("--time") { Description = "Seconds after which no new trial begins.", HelpName = "seconds", DefaultValueFactory = _ => 600 };
        var metric = new Option<string?>("--metric") { Description = "What decides [default: ndcg@20, with --explicit rmse].", HelpName = "name@n" };
        var isExplicit = new Option<bool>("--explicit") { Description = "Foretell ratings: rmse and mae instead of rankings." };
        var view = new Option<string>("--view") { Description = "new: repeats left out; all: repeats count.", HelpName = "view", DefaultValueFactory = _ => Core.Evaluation.Views.All };
        view.AcceptOnlyFromAmong(Core.Evaluation.Views.New, Core.Evaluation.Views.All);
        var threads = CommonOptions.Threads();
        var command = new Command("tune",
            """
            Search a trainer's options on a validation part cut from the training part, then measure the best and the options given on the test part, once.

            Examples:
              recommender tune --dataset shop --trainer ease --time 120
              recommender tune --dataset shop --trainer "implicit-als(factors=64)" --search "regularization=0.001..0.1,unobserved=0.05..1.0" --view new
            """) { trainer, search, trials, time, metric, view, isExplicit, threads };
        data.AddTo(command);
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var choice = data.Choice(parsed);
            var plan = WrongUse.Check(() => Plan(parsed.GetRequiredValue(trainer), parsed.GetValue(search))) with
            {
                Trials = InRange.Of(parsed.GetValue(trials), 1, 10_000, "--trials"),
                Time = TimeSpan.FromSeconds(InRange.Of(parsed.GetValue(time), 1, 1_000_000, "--time")),
                View = parsed.GetValue(isExplicit) ? Core.Evaluation.Views.Ratings : parsed.GetValue(view)!,
                Metric = WrongUse.Check(() => DecisiveMetric.Check(parsed.GetValue(metric) ?? DecisiveMetric.Usual(parsed.GetValue(isExplicit)), parsed.GetValue(isExplicit))),
            };
            var threadCount = CommonOptions.ThreadsOf(parsed, threads);
            var cutoffs = plan.Metric.Split('@') is [_, var cutoff] ? CutoffText.Read(cutoff) : [20];
            var metrics = plan.Metric == "auc" ? [.. MetricTable.Usual, .. MetricTable.Named(["auc"])] : MetricTable.Usual;
            var options = new TrialOptions(new() { Cutoffs = cutoffs, Metrics = metrics, HasSlices = false, Bootstrap = new() { Seed = choice.Seed, Threads = threadCount } }, choice.Seed, threadCount, parsed.GetValue(isExplicit));
            var (leaders, test, differences) = new ProgressView(verb.Screen).Steps(progress => Run(verb, choice, plan, options, progress, cancellationToken));
            if (verb.Json) Verb.Print(Json(plan, leaders, test, differences));
            else Show(verb.Screen, plan, leaders, test, differences);
            return ExitCode.Done;
        });
        return command;
    }

    static TuningPlan Plan(string trainer, string? search)
    {
        var spec = TrainerSpec.Parse(trainer);
        _ = TrainerCatalogue.Create(spec.Name, spec.Options);
        var ranges = SearchRange.ParseList(search ?? UsualSearches.Of(spec.Name) ?? throw new WrongUseException($"'{spec.Name}' has no usual ranges; name some: --search \"option=low..high\". Its options: recommender trainers {spec.Name}."));
        ranges = [.. ranges.Where(range => search is not null || spec.Options.All(option => option.Key != range.Option))];
        foreach (var range in ranges)
        {
            foreach (var end in range.Ends) _ = TrainerCatalogue.Create(spec.Name, [KeyValuePair.Create(range.Option, end)]);
        }
        return new(spec, ranges, 0, default, "", "");
    }

    static (IReadOnlyList<TuningTrial> Leaders, EvaluationResult Test, IReadOnlyList<Difference> Differences) Run(
        Verb verb, DataChoice choice, TuningPlan plan, TrialOptions options, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        progress.Report(new("reading data"));
        var given = TrainerCatalogue.Create(plan.Trainer.Name, plan.Trainer.Options);
        var data = choice.Cut(verb.Home, verb.Tenant, given.Needs | Needs(plan) | (options.IsExplicit ? DatasetParts.Ratings : DatasetParts.None), cancellationToken);
        TrainerChoice.Check([given], data.Fold.Training, options.IsExplicit);
        var inner = Split.Parse(data.Fold.Training.HasTimes && !options.IsExplicit ? "temporal" : "holdout:0.2", choice.Seed);
        var validation = new CutData(data.Fold.Training, inner, inner.Cut(data.Fold.Training, cancellationToken));
        var leaders = new Tuner(new(validation, options, progress), plan with { Seed = choice.Seed }, TrialJournal.None, TimeProvider.System, progress).Run(cancellationToken);

        var trial = new Trial(data, options, progress);
        var best = leaders[0].Spec;
        var results = new[] { trial.Run(given, cancellationToken), trial.Run(TrainerCatalogue.Create(best.Name, best.Options), cancellationToken) };
        var test = trial.Result(results);
        return (leaders, test, Comparison.Between(new(test, results[0].Evaluation), new(test, results[1].Evaluation), options.Evaluation.Bootstrap, cancellationToken));
    }

    // A weight among the choices may need columns that the options given do not.
    static DatasetParts Needs(TuningPlan plan) => plan.Ranges.SelectMany(range => range.Choices.Select(choice => plan.Trainer.With(range.Option, choice)))
        .Aggregate(DatasetParts.None, (parts, spec) => parts | TrainerCatalogue.Create(spec.Name, spec.Options).Needs);

    static JsonObject Json(TuningPlan plan, IReadOnlyList<TuningTrial> leaders, EvaluationResult test, IReadOnlyList<Difference> differences) => new()
    {
        ["trainer"] = plan.Trainer.ToString(),
        ["metric"] = plan.Metric,
        ["view"] = plan.View,
        ["best"] = leaders[0].Spec.ToString(),
        ["leaders"] = new JsonArray([.. leaders.Select(trial => (JsonNode)new JsonObject
        {
            ["trainer"] = trial.Spec.ToString(),
            ["value"] = trial.Score.Value,
            ["low"] = trial.Score.Low,
            ["high"] = trial.Score.High,
            ["seconds"] = trial.Seconds,
        })]),
        ["test"] = EvaluationJson.Of(test),
        ["comparison"] = ComparisonJson.Of(differences),
    };

    static void Show(Screen screen, TuningPlan plan, IReadOnlyList<TuningTrial> leaders, EvaluationResult test, IReadOnlyList<Difference> differences)
    {
        screen.Results.MarkupLineInterpolated($"[bold]{plan.Metric}[/] of the view '{plan.View}' on the validation part, {leaders.Count} sets of options tried to the end");
        var table = Screen.Table("options", $"#{plan.Metric}", "#low", "#high", "#seconds");
        foreach (var trial in leaders.Take(Shown))
        {
            table.AddRow(Markup.Escape(trial.Spec.ToString()), Number(trial.Score.Value), Number(trial.Score.Low), Number(trial.Score.High), trial.Seconds.ToString("N1", CultureInfo.InvariantCulture));
        }
        screen.Results.Write(table);
        screen.Results.WriteLine();
        screen.Results.MarkupLineInterpolated($"On the test part, the options given first, the best second:");
        EvaluationView.Show(screen, test);
        ComparisonView.Show(screen, differences, "given", "best");
    }

    static string Number(double? value) => value?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "";
}
