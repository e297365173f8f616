using Recommender.Training.Views.Pages;

namespace Recommender.Training.Views.Reports.Plots;

/// <summary>A figure along the steps of a run.</summary>
static class CurvePlot
{
    const int Height = 210;
    const int Bottom = Height - 26;
    const int MostPoints = 400;

    /// <summary>The line through these points; of very many every so-manieth is drawn, and always the last.</summary>
    public static Html Of(PlotText text, IReadOnlyList<(double At, double Value)> points)
    {
        var step = Math.Max(1, points.Count / MostPoints);
        var drawn = points.Where((_, place) => place % step == 0 || place == points.Count - 1).ToArray();
        var (level, upright) = (Axis.Around(drawn.Select(point => point.At), Plot.Left, Plot.Right), Axis.Around(drawn.Select(point => point.Value), Bottom, 10));
        return Plot.Of(text, Height, Html.Join([
            Plot.Upright(upright),
            Plot.Level(level, Height - 8),
            Html.Of($"<polyline class=\"curve\" points=\"{string.Join(' ', drawn.Select(point => FormattableString.Invariant($"{level.At(point.At):0.#},{upright.At(point.Value):0.#}")))}\"/>"),
            Html.Of($"<circle class=\"dot\" cx=\"{level.At(drawn[^1].At):0.#}\" cy=\"{upright.At(drawn[^1].Value):0.#}\" r=\"4\"/>"),
        ]));
    }
}
