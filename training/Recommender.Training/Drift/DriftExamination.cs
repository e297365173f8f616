using System.Globalization;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation.Drift;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Models.Folders;
using Recommender.Training.Experiments;

namespace Recommender.Training.Drift;

/// <summary>
/// Holds a live version against what its shop has sold since: items that it does not know, purchases that moved to other items, and its own
/// figure on purchases it has not seen.
/// </summary>
sealed class DriftExamination(OpenedModel opened, DriftOptions options, TrialPlace place)
{
    /// <summary>Lines that each period must have.</summary>
    public const int LeastLines = 100;

    /// <summary>How seldom chance alone may show a shift of popularity that counts.</summary>
    public const double MostChance = 0.01;

    readonly BootstrapOptions _bootstrap = new() { Seed = opened.Manifest.Seed, Threads = place.Threads };

    /// <summary>Makes the three checks on a data set of the version's level.</summary>
    public DriftReport Run(Dataset dataset, CancellationToken cancellationToken)
    {
        var end = opened.Trained.Now;
        var lines = new FreshLines(dataset, opened.Trained.Items, end);
        place.Progress.Report(new("new items"));
        var newItems = NewItems(lines, cancellationToken);
        place.Progress.Report(new("popularity"));
        var popularity = Popularity(lines, cancellationToken);
        var metric = new FreshFigure(opened, options.MaxMetricDecay, place) { Bootstrap = _bootstrap }.Check(dataset, lines, cancellationToken);
        return new(opened.Manifest, dataset.Name, dataset.Hash, Time(end), Time(dataset.Now), [newItems, popularity, metric]);
    }

    DriftCheck NewItems(FreshLines lines, CancellationToken cancellationToken)
    {
        const string Name = "new items";
        if (lines.After.Count < LeastLines) return DriftCheck.TooLittle(Name, options.MaxNewItems, $"{lines.After.Count} lines since the version's data ended; {LeastLines} are needed");

        var figure = Share.Of([.. lines.After.Select(line => (line.Person, !lines.IsKnown(line.Item)))], _bootstrap, cancellationToken);
        int[] sold = [.. lines.After.Select(line => line.Item).Distinct()];
        var unknown = sold.Count(item => !lines.IsKnown(item));
        return DriftCheck.Of(Name, figure, options.MaxNewItems, string.Create(CultureInfo.InvariantCulture,
            $"{figure.Value:P1} of {lines.After.Count:N0} lines are of items the version does not know, {unknown:N0} of the {sold.Length:N0} items sold"));
    }

    DriftCheck Popularity(FreshLines lines, CancellationToken cancellationToken)
    {
        const string Name = "popularity";
        var known = lines.KnownLines();
        var after = known.Count(line => line.IsAfter);
        if (Math.Min(after, known.Count - after) < LeastLines)
            return DriftCheck.TooLittle(Name, options.MaxPopularityShift, $"{known.Count - after} lines before and {after} after the end of the version's data; {LeastLines} each are needed");

        var shift = PopularityShift.Measure(known, _bootstrap, cancellationToken);
        var isDrifted = shift.P <= MostChance && shift.Excess > options.MaxPopularityShift;
        return new(Name, isDrifted ? DriftVerdict.Drifted : DriftVerdict.Ok, new(shift.Excess, null, null), options.MaxPopularityShift, string.Create(CultureInfo.InvariantCulture,
            $"{shift.Distance:P1} of purchases moved to other items, chance alone shows {shift.Expected:P1} (p {shift.P:0.000})"));
    }

    static DateTime Time(int minutes) => DateTime.UnixEpoch.AddMinutes(minutes);
}
