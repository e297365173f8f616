using Recommender.Core.Evaluation.Metrics;
using Recommender.Training.Views.Pages;

namespace Recommender.Training.Views.Reports.Plots;

/// <summary>A search in the order of its trials: every trial a dot, the best so far a line of steps with the interval of each new best.</summary>
static class SearchPlot
{
    const int Height = 230;
    const int Bottom = Height - 28;
    const int MostDots = 400;
    const int MostBests = 100;

    /// <summary>Trials in the order in which they were made.</summary>
    public static Html Of(Search search, string metric)
    {
        var bests = Bests(search.Trials, MetricTable.SenseOf(metric) == Sense.Lower);
        var step = Math.Max(1, search.Trials.Count / MostDots);
        var dots = search.Trials.Where((_, place) => place % step == 0).ToArray();
        var level = Axis.Around(search.Trials.Select(trial => (double)trial.Order), Plot.Left, Plot.Right);
        var upright = Axis.Around([.. dots.Select(trial => trial.Score.Value), .. bests.SelectMany(best => new[] { best.Score.Low ?? best.Score.Value, best.Score.High ?? best.Score.Value })], Bottom, 10);
        var text = new PlotText(
            $"Best so far: {search.Trainer}", $"{metric} on the validation part, trial by trial. The line is the best so far, with the 95 % interval of each new best.",
            $"{Counted.Of(search.Trials.Count, "trial")}, the best {Figure.Of(bests[^1].Score.Value)} at trial {FormattableString.Invariant($"{bests[^1].Order}")}");
        return Plot.Of(text, Height, Html.Join([
            Plot.Upright(upright),
            Plot.Level(level, Height - 8),
            .. dots.Select(trial => Html.Of($"<circle class=\"faint\" cx=\"{level.At(trial.Order):0.#}\" cy=\"{upright.At(trial.Score.Value):0.#}\" r=\"3\"/>")),
            Html.Of($"<path class=\"best\" d=\"{Steps(bests, level, upright)}\"/>"),
            .. bests.Select(best => Html.Of($"<line class=\"whisker strong\" x1=\"{level.At(best.Order):0.#}\" y1=\"{upright.At(best.Score.Low ?? best.Score.Value):0.#}\" x2=\"{level.At(best.Order):0.#}\" y2=\"{upright.At(best.Score.High ?? best.Score.Value):0.#}\"><title>{best.Spec.ToString()}: {Figure.Of(best.Score.Value)}</title></line>")),
        ]));
    }

    static List<SearchTrial> Bests(IReadOnlyList<SearchTrial> trials, bool isLowerBetter)
    {
        var bests = new List<SearchTrial>();
        foreach (var trial in trials.OrderBy(trial => trial.Order))
        {
            if (bests.Count == 0 || (isLowerBetter ? trial.Score.Value < bests[^1].Score.Value : trial.Score.Value > bests[^1].Score.Value)) bests.Add(trial);
        }
        var step = bests.Count / MostBests + 1;
        return [.. bests.Where((_, place) => place % step == 0 || place == bests.Count - 1)];
    }

    static string Steps(List<SearchTrial> bests, Axis level, Axis upright)
    {
        var points = bests.Select((best, place) => FormattableString.Invariant($"{(place == 0 ? "M" : "H")}{level.At(best.Order):0.#}{(place == 0 ? " " : "V")}{upright.At(best.Score.Value):0.#}"));
        return FormattableString.Invariant($"{string.Concat(points)}H{level.To:0.#}");
    }
}
