using System.Globalization;
using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Drift;
using Recommender.Core.Evaluation.Gates;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Evaluation.Metrics;
using Recommender.Core.Evaluation.Splits;
using Recommender.Core.Models;
using Recommender.Core.Models.Folders;
using Recommender.Storage.Homes;
using Recommender.Training.Experiments;

namespace Recommender.Training.Drift;

/// <summary>
/// The live model asked about purchases it has not seen. How high a figure is depends on how much time there was to buy in, so it is held
/// against a rehearsal: the same recipe, trained on what was known as long before the version's data ended as that is ago now, and asked about the
/// time between. A model that foretells ratings is asked for those that were given since.
/// </summary>
sealed class FreshFigure(OpenedModel opened, double limit, TrialPlace place)
{
    /// <summary>Customers that each side must have.</summary>
    public const int LeastCases = 50;

    const string Name = "metric";

    readonly GateOptions _gates = GateJson.Of(opened.Manifest);

    bool IsOfRatings => _gates.View == Core.Evaluation.Views.Ratings;

    /// <summary>How intervals are found.</summary>
    public required BootstrapOptions Bootstrap { get; init; }

    /// <summary>Holds the figure on fresh purchases against that of the rehearsal.</summary>
    public DriftCheck Check(Dataset dataset, FreshLines lines, CancellationToken cancellationToken)
    {
        if (lines.Minutes == 0) return DriftCheck.TooLittle(Name, limit, "there are no purchases that the version has not seen");

        try
        {
            var cut = Cut(dataset, lines.End, cancellationToken);
            var fresh = Fresh(cut, cancellationToken);
            return fresh is null || fresh.Cases.Count < LeastCases ? TooFew(fresh?.Cases.Count ?? 0, "since the version's data ended")
                : Against(fresh, Rehearsed(cut.Training, lines.End - lines.Minutes, cancellationToken));
        }
        catch (UserErrorException nobody)   // a cut without anybody to ask
        {
            return DriftCheck.TooLittle(Name, limit, nobody.Message);
        }
    }

    DriftCheck Against(ViewResult fresh, ViewResult? before)
    {
        if (before is null || before.Cases.Count < LeastCases) return TooFew(before?.Cases.Count ?? 0, "in as much time before the version's data ended");

        var (then, now) = (before.Metrics[_gates.Metric], fresh.Metrics[_gates.Metric]);
        var figure = Decay.Of(then, now, MetricTable.SenseOf(_gates.Metric));
        return figure is null ? DriftCheck.TooLittle(Name, limit, $"{_gates.Metric} was nothing before, so no share of it can be told")
            : DriftCheck.Of(Name, figure.Value, limit, $"{_gates.Metric} {Words(now)} for {fresh.Cases.Count} customers, as long before {Words(then)} for {before.Cases.Count}{Stored()}");
    }

    // The model answers with all that it knew; only the customers and items that it knows are asked about.
    ViewResult? Fresh(Fold cut, CancellationToken cancellationToken)
    {
        var cases = ModelCases.Of(cut, CustomerHashes.Of(place.Key, cut.Cases.Names, cancellationToken), opened);
        if (cases is null) return null;

        place.Progress.Report(new("asking the version about new purchases"));
        var measured = IsOfRatings && opened.Trained.Model is IRatingModel ratings
            ? Evaluator.EvaluateRatings(ratings, cases, Bootstrap, cancellationToken)
            : Evaluator.Evaluate(opened.Trained.Model, cases, Options(), cancellationToken);
        return measured[_gates.View];
    }

    ViewResult? Rehearsed(Dataset past, int moment, CancellationToken cancellationToken)
    {
        var split = new TemporalSplit(DateTime.UnixEpoch.AddMinutes(moment));
        var data = new CutData(past, split, split.Cut(past, cancellationToken));
        var recipe = RecipeTrial.TrainerOf(opened.Manifest);
        return new Trial(data, new(Options(), opened.Manifest.Seed, place.Threads, IsOfRatings), place.Progress).Run(recipe, cancellationToken).Evaluation[_gates.View];
    }

    static Fold Cut(Dataset dataset, int moment, CancellationToken cancellationToken) =>
        new TemporalSplit(DateTime.UnixEpoch.AddMinutes(moment)).Cut(dataset, cancellationToken);

    EvaluationOptions Options() => new()
    {
        Cutoffs = _gates.Metric.Split('@') is [_, var cutoff] ? [int.Parse(cutoff, CultureInfo.InvariantCulture)] : [20],
        Metrics = _gates.Metric == "auc" ? MetricTable.Named(["auc"]) : MetricTable.Usual,
        HasSlices = _gates.View.Contains(':', StringComparison.Ordinal),
        Bootstrap = Bootstrap,
    };

    string Stored() => opened.Manifest.Metrics?.TryGetValue(_gates.Metric, out var stored) == true
        ? string.Create(CultureInfo.InvariantCulture, $"; {stored:0.0000} where it was published, over its own test part") : "";

    DriftCheck TooFew(int count, string when) => DriftCheck.TooLittle(Name, limit, $"{count} customers to ask {when}; {LeastCases} are needed");

    static string Words(Measurement figure) => string.Create(CultureInfo.InvariantCulture, $"{figure.Value:0.0000} [{figure.Low:0.0000}, {figure.High:0.0000}]");
}
