using System.Globalization;
using Recommender.Training.Views.Pages;

namespace Recommender.Training.Views.Reports.Plots;

/// <summary>What each value of one option achieved.</summary>
static class OptionPlot
{
    const int Height = 210;
    const int Bottom = Height - 26;
    const int MostDots = 250;
    const int MostChoices = 8;

    /// <summary>A dot a trial; values that are no numbers stand side by side, the first of them when there are very many.</summary>
    public static Html Of(string option, string metric, IReadOnlyList<(string Value, double Score)> trials)
    {
        var step = Math.Max(1, trials.Count / MostDots);
        var drawn = trials.Where((_, place) => place % step == 0).ToArray();
        var numbers = drawn.Select(trial => double.TryParse(trial.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : double.NaN).ToArray();
        var upright = Axis.Around(drawn.Select(trial => trial.Score), Bottom, 10);
        var places = numbers.Any(double.IsNaN) ? Choices([.. drawn.Select(trial => trial.Value)]) : Numbers(numbers);
        var best = drawn.MaxBy(trial => trial.Score);
        var text = new PlotText(option, $"{metric} for each value tried{(places.IsLogarithmic ? ", by orders of magnitude" : "")}.", $"{Counted.Of(trials.Count, "trial")}, the highest figure {Figure.Of(best.Score)} with {best.Value}");
        return Plot.Of(text, Height, Html.Join([
            Plot.Upright(upright),
            places.Labels,
            .. drawn.Select((trial, place) => double.IsNaN(places.At[place]) ? Html.Empty : Html.Of($"<circle class=\"faint\" cx=\"{places.At[place]:0.#}\" cy=\"{upright.At(trial.Score):0.#}\" r=\"3.5\"/>")),
        ]));
    }

    static (double[] At, Html Labels, bool IsLogarithmic) Numbers(double[] numbers)
    {
        var axis = Axis.OfOption(numbers, Plot.Left, Plot.Right);
        return (Array.ConvertAll(numbers, axis.At), Plot.Level(axis, Height - 8), axis.IsLogarithmic);
    }

    static (double[] At, Html Labels, bool IsLogarithmic) Choices(string[] values)
    {
        string[] choices = [.. values.Distinct(StringComparer.Ordinal).Take(MostChoices)];
        var room = (double)(Plot.Right - Plot.Left) / choices.Length;
        return (
            Array.ConvertAll(values, value => Array.IndexOf(choices, value) is >= 0 and var place ? Middle(place) : double.NaN),
            Html.Join(choices.Select((choice, place) => Html.Of($"<text class=\"soft middle\" x=\"{Middle(place):0.#}\" y=\"{Height - 8}\">{Plot.Name(choice, (int)(room / 6.5))}</text>"))),
            false);

        double Middle(int place) => Plot.Left + (place + 0.5) * room;
    }
}
