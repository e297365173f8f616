using Recommender.Training.Views.Pages;
using Recommender.Training.Views.Pictures;

namespace Recommender.Training.Views.Reports.Plots;

/// <summary>The frame of a picture: narrow enough that its letters can be read on a phone, with a caption and a title for those who cannot see it.</summary>
static class Plot
{
    /// <summary>Units across.</summary>
    public const int Width = 360;

    /// <summary>Where the drawing begins and ends, between the figures of the upright axis and the margin.</summary>
    public const int Left = 52;
    public const int Right = 348;

    /// <summary>A figure with its drawing.</summary>
    public static Html Of(PlotText text, int height, Html drawing, bool decides = false) => Html.Of($"""
        <figure{new Html(decides ? " class=\"decides\"" : "")}><figcaption><b>{text.Title}</b>{text.Caption}</figcaption>
        <svg class="plot" viewBox="0 0 {Width} {height}" role="img"><title>{text.Title}: {text.Told}</title>
        {drawing}
        </svg></figure>
        """);

    /// <summary>Figures and lines of the upright axis.</summary>
    public static Html Upright(Axis axis) => Html.Join(axis.Ticks().Select(tick => Html.Of(
        $"<line class=\"grid\" x1=\"{Left}\" y1=\"{axis.At(tick):0.#}\" x2=\"{Right}\" y2=\"{axis.At(tick):0.#}\"/><text class=\"soft end\" x=\"{Left - 6}\" y=\"{axis.At(tick) + 4:0.#}\">{Figure.Short(tick)}</text>")));

    /// <summary>Figures under the drawing.</summary>
    public static Html Level(Axis axis, double y) => Html.Join(axis.Ticks().Select(tick => Html.Of(
        $"<text class=\"soft middle\" x=\"{axis.At(tick):0.#}\" y=\"{y:0.#}\">{Figure.Short(tick)}</text>")));

    /// <summary>A name that fits.</summary>
    public static string Name(string name, int most) => ShortName.Of(name, most);
}
