using System.Globalization;
using System.Net;
using Recommender.Training.Trainers;
using Recommender.Training.Tuning;

namespace Recommender.Training.Views.Pictures;

/// <summary>A search as drawings: each trial with its interval and the best so far, then each searched option against the metric.</summary>
static class SearchPicture
{
    const double Width = 640;
    const double Height = 220;
    const double Left = 60;
    const double Right = 12;
    const double Top = 12;
    const double Bottom = 28;

    /// <summary>How the drawings are coloured, for the page that they stand on.</summary>
    public const string Style =
        ".search svg { width: 100%; height: auto; max-width: 640px; font: 11px system-ui, sans-serif } .search svg text { fill: var(--soft) } .search svg .interval { stroke: var(--line); stroke-width: 2 } .search svg .trial { fill: var(--bar) } .search svg .given { fill: var(--worse) } .search svg .sofar { fill: none; stroke: var(--better); stroke-width: 2 }";

    /// <summary>The drawings of trials in the order in which they were made; the first is of the options given.</summary>
    public static string Of(IReadOnlyList<TuningTrial> trials, TuningPlan plan)
    {
        var options = trials.Select(trial => OptionsText.Json(TrainerCatalogue.Create(trial.Spec.Name, trial.Spec.Options).Options)).ToArray();
        var drawings = plan.Ranges.Select(range => (range.Option, Values: options.Select(option => option[range.Option]?.ToString() ?? "").ToArray()))
            .Where(option => option.Values.Distinct().Count() > 1)
            .Select(option => $"<h3>{WebUtility.HtmlEncode(option.Option)}</h3>\n{Option(trials, option.Option, option.Values)}");
        return $"<div class=\"search\">\n{Course(trials, plan)}{string.Concat(drawings)}</div>\n";
    }

    static string Course(IReadOnlyList<TuningTrial> trials, TuningPlan plan)
    {
        var y = new SearchScale(trials, Top, Height - Bottom);
        double X(int trial) => trials.Count == 1 ? (Left + Width - Right) / 2 : Left + trial * (Width - Left - Right) / (trials.Count - 1);
        var best = trials[0].Score.Value;
        var steps = trials.Select((trial, at) =>
        {
            var former = best;
            if (plan.Merit(trial.Score.Value) > plan.Merit(best)) best = trial.Score.Value;
            return $"{Number(X(at))},{Number(y.At(former))} {Number(X(at))},{Number(y.At(best))}";
        }).ToArray();
        var points = trials.Select((trial, at) => Point(X(at), y, trial, at == 0));
        return Drawing($"{plan.Metric} of each trial and the best so far", y, ("1", trials.Count.ToString(CultureInfo.InvariantCulture)),
            $"{string.Concat(points)}<polyline class=\"sofar\" points=\"{string.Join(' ', steps)}\"/>");
    }

    static string Option(IReadOnlyList<TuningTrial> trials, string name, string[] values)
    {
        var (axis, y) = (new SearchAxis(values), new SearchScale(trials, Top, Height - Bottom));
        var points = trials.Select((trial, at) => Point(Left + axis.Place(values[at]) * (Width - Left - Right), y, trial, at == 0));
        return Drawing($"the metric by {name}", y, axis.Ends, string.Concat(points));
    }

    static string Point(double x, SearchScale y, TuningTrial trial, bool isGiven)
    {
        var (score, title) = (trial.Score, WebUtility.HtmlEncode(trial.Spec.ToString()));
        var interval = score is { Low: { } low, High: { } high } ? $"<line class=\"interval\" x1=\"{Number(x)}\" x2=\"{Number(x)}\" y1=\"{Number(y.At(low))}\" y2=\"{Number(y.At(high))}\"/>" : "";
        return $"{interval}<circle class=\"{(isGiven ? "given" : "trial")}\" cx=\"{Number(x)}\" cy=\"{Number(y.At(score.Value))}\" r=\"4\"><title>{title}: {score.Value.ToString("0.0000", CultureInfo.InvariantCulture)}</title></circle>\n";
    }

    static string Drawing(string label, SearchScale y, (string Left, string Right) ends, string content) =>
        $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(label)}\">\n"
        + $"<text x=\"4\" y=\"{Number(Top + 8)}\">{y.HighText}</text><text x=\"4\" y=\"{Number(Height - Bottom)}\">{y.LowText}</text>"
        + $"<text x=\"{Left}\" y=\"{Number(Height - 8)}\">{WebUtility.HtmlEncode(ends.Left)}</text><text x=\"{Number(Width - Right)}\" y=\"{Number(Height - 8)}\" text-anchor=\"end\">{WebUtility.HtmlEncode(ends.Right)}</text>\n"
        + $"{content}</svg>\n";

    static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
