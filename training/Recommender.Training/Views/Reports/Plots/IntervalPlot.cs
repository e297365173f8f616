using Recommender.Core.Evaluation.Intervals;
using Recommender.Training.Views.Pages;

namespace Recommender.Training.Views.Reports.Plots;

/// <summary>One metric of all that competed: a dot for the figure, a line for its interval.</summary>
static class IntervalPlot
{
    const int RowHeight = 40;
    const int LongestName = 38;

    /// <summary>Contenders one under the other.</summary>
    public static Html Of(string metric, IReadOnlyList<(Contender Who, Measurement Figure)> rows, bool decides)
    {
        var axis = Axis.Around(rows.SelectMany(row => new[] { row.Figure.Value, row.Figure.Low ?? row.Figure.Value, row.Figure.High ?? row.Figure.Value }), from: 8, Plot.Width - 8);
        var height = rows.Count * RowHeight + 22;
        var text = new PlotText(
            $"{MetricWords.Title(metric)} ({metric})",
            (decides ? "Decides. " : "") + MetricWords.Sentence(metric),
            string.Join("; ", rows.Select(row => $"{row.Who.Label} {Figure.Of(row.Figure.Value)}")));
        return Plot.Of(text, height, Html.Join([
            .. axis.Ticks().Select(tick => Html.Of($"<line class=\"grid\" x1=\"{axis.At(tick):0.#}\" y1=\"4\" x2=\"{axis.At(tick):0.#}\" y2=\"{height - 18}\"/>")),
            Plot.Level(axis, height - 4),
            .. rows.Select((row, place) => Row(axis, row, place * RowHeight + 16)),
        ]), decides);
    }

    static Html Row(Axis axis, (Contender Who, Measurement Figure) row, int y)
    {
        var strong = row.Who.IsChosen ? " strong" : "";
        var whisker = row.Figure is { Low: { } low, High: { } high }
            ? Html.Of($"<line class=\"whisker{strong}\" x1=\"{axis.At(low):0.#}\" y1=\"{y + 13}\" x2=\"{axis.At(high):0.#}\" y2=\"{y + 13}\"/>")
            : Html.Empty;
        return Html.Of($"""
            <text class="{strong}" x="8" y="{y}">{Plot.Name(row.Who.Label, LongestName)}</text><text class="end{strong}" x="{Plot.Width - 8}" y="{y}">{Figure.Of(row.Figure.Value)}</text>
            {whisker}<circle class="dot{strong}" cx="{axis.At(row.Figure.Value):0.#}" cy="{y + 13}" r="{(row.Who.IsChosen ? 5 : 4)}"/>
            """);
    }
}
