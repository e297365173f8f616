using System.CommandLine;
using Recommender.Core.Evaluation.Metrics;
using Recommender.Training.Experiments;
using Recommender.Training.Terminal;
using Recommender.Training.Trainers;
using Recommender.Training.Tuning;
using Recommender.Training.Views;
using Recommender.Training.Views.Reports;

namespace Recommender.Training.Commands;

/// <summary><c>recommender tune --dataset shop --trainer ease --time 120</c></summary>
static class TuneCommand
{
    const int UsualTrials = 24;
    const int AsTimeAllows = 1_000;

    public static Command Create()
    {
        var data = new DataOptions();
        var trainer = new Option<string>("--trainer") { Description = "The trainer; options given are kept, the others have their defaults.", HelpName = "name(option=value,...)", Required = true };
        var search = new Option<string?>("--search") { Description = "Ranges to search: \"lambda=10..2000,half_life=0|30|90\" [default: the usual ones of the trainer].", HelpName = "ranges" };
        var trials = new Option<int?>("--trials") { Description = "Sets of options to try [default: 24; as many as --time allows where that is given].", HelpName = "n" };
        var time = new Option<int>("--time") { Description = "Seconds after which no new trial begins.", HelpName = "seconds", DefaultValueFactory = _ => 600 };
        var metric = new Option<string?>("--metric") { Description = "What decides [default: ndcg@20, with --explicit rmse].", HelpName = "name@n" };
        var isExplicit = new Option<bool>("--explicit") { Description = "Foretell ratings: rmse and mae instead of rankings." };
        var view = new Option<string>("--view") { Description = "new: repeats left out; all: repeats count.", HelpName = "view", DefaultValueFactory = _ => Core.Evaluation.Views.All };
        view.AcceptOnlyFromAmong(Core.Evaluation.Views.New, Core.Evaluation.Views.All);
        var fresh = new Option<bool>("--fresh") { Description = "Begin anew, whatever an earlier search with the same arguments has tried." };
        var html = new Option<string?>("--html") { Description = "File for the search as a page with pictures.", HelpName = "file" };
        var publish = new Option<string?>("--publish") { Description = "Train the best on all data and publish it as the next version of this model.", HelpName = "name" };
        var threads = CommonOptions.Threads();
        var command = new Command("tune",
            """
            Search a trainer's options on a validation part cut from the training part, then measure the best and the options given on the test part, once.
            A search that was ended goes on where it was when it is called again with the same arguments; more --trials or --time widen it.

            Examples:
              recommender tune --dataset shop --trainer ease --time 120 --html search.html
              recommender tune --dataset shop --trainer ease --trials 40 --publish shop
              recommender tune --dataset shop --trainer "implicit-als(factors=64)" --search "regularization=0.001..0.1,unobserved=0.05..1.0" --view new
            """) { trainer, search, trials, time, metric, view, isExplicit, fresh, html, publish, threads };
        data.AddTo(command);
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var choice = data.Choice(parsed);
            var plan = WrongUse.Check(() => Plan(parsed.GetRequiredValue(trainer), parsed.GetValue(search))) with
            {
                Trials = InRange.Of(parsed.GetValue(trials) ?? (parsed.GetResult(time) is { Implicit: false } ? AsTimeAllows : UsualTrials), 1, 10_000, "--trials"),
                Time = TimeSpan.FromSeconds(InRange.Of(parsed.GetValue(time), 1, 1_000_000, "--time")),
                View = parsed.GetValue(isExplicit) ? Core.Evaluation.Views.Ratings : parsed.GetValue(view)!,
                Metric = WrongUse.Check(() => DecisiveMetric.Check(parsed.GetValue(metric) ?? DecisiveMetric.Usual(parsed.GetValue(isExplicit)), parsed.GetValue(isExplicit))),
            };
            var threadCount = CommonOptions.ThreadsOf(parsed, threads);
            var cutoffs = plan.Metric.Split('@') is [_, var cutoff] ? CutoffText.Read(cutoff) : [20];
            var metrics = plan.Metric == "auc" ? [.. MetricTable.Usual, .. MetricTable.Named(["auc"])] : MetricTable.Usual;
            var options = new TrialOptions(new() { Cutoffs = cutoffs, Metrics = metrics, HasSlices = false, Bootstrap = new() { Seed = choice.Seed, Threads = threadCount } }, choice.Seed, threadCount, parsed.GetValue(isExplicit));
            var page = parsed.GetValue(html);
            BasketOptions.Prepare(source: null, table: null, page);
            var target = parsed.GetValue(publish) is { } name ? WrongUse.Check(() => verb.Home.Tenant(verb.Tenant).Models.Model(name)) : null;
            var result = new ProgressView(verb.Screen).Steps(progress =>
                new TuningSearch(choice, plan, options, new(verb.Home, verb.Tenant, threadCount, progress)) { IsFresh = parsed.GetValue(fresh), Target = target }.Run(cancellationToken));
            if (page is not null) SearchPage.Write(page, result);
            if (verb.Json) Verb.Print(TuneView.Json(result));
            else TuneView.Show(verb.Screen, result, page);
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
}
