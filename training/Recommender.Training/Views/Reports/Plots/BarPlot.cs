using Recommender.Training.Views.Pages;

namespace Recommender.Training.Views.Reports.Plots;

/// <summary>Counts side by side in their order, such as month after month.</summary>
static class BarPlot
{
    const int Height = 190;
    const int Bottom = Height - 24;
    const int MostBars = 120;

    /// <summary>The latest bars that fit, the first, middle and last named.</summary>
    public static Html Of(PlotText text, IReadOnlyList<(string Name, double Value)> bars)
    {
        var drawn = bars.TakeLast(MostBars).ToArray();
        var upright = new Axis(0, Math.Max(1, drawn.Max(bar => bar.Value)), Bottom, 10);
        var width = (double)(Plot.Right - Plot.Left) / drawn.Length;
        return Plot.Of(text, Height, Html.Join([
            Plot.Upright(upright),
            .. drawn.Select((bar, place) => Html.Of($"<rect class=\"bar\" x=\"{Plot.Left + place * width:0.##}\" y=\"{upright.At(bar.Value):0.#}\" width=\"{width * 0.8:0.##}\" height=\"{Bottom - upright.At(bar.Value):0.#}\"><title>{bar.Name}: {bar.Value:N0}</title></rect>")),
            Html.Of($"<text class=\"soft\" x=\"{Plot.Left}\" y=\"{Height - 8}\">{drawn[0].Name}</text>"),
            drawn.Length < 2 ? Html.Empty : Html.Of($"<text class=\"soft end\" x=\"{Plot.Right}\" y=\"{Height - 8}\">{drawn[^1].Name}</text>"),
        ]));
    }
}
