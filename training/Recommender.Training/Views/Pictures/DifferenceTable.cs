using System.Globalization;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Training.Views.Pages;

namespace Recommender.Training.Views.Pictures;

/// <summary>The differences of one view as rows, each with a drawing of its interval.</summary>
static class DifferenceTable
{
    const int Width = 160;
    const int Height = 18;
    const int Margin = 4;

    public static Html Of(string view, IReadOnlyList<Difference> differences, int customers) =>
        Table.Of($"{Title(view)}: {Counted.Of(customers, "customer")}", ["metric", "b is", "#a", "#b", "#difference", "interval"], differences.Select(Row));

    static string Title(string view) => view switch
    {
        Core.Evaluation.Views.All => "All purchases, repeats too",
        Core.Evaluation.Views.New => "New to the customer",
        Core.Evaluation.Views.Ratings => "Ratings foretold",
        $"{Core.Evaluation.Views.New}:new-items" => "New: items that are new themselves",
        $"{Core.Evaluation.Views.All}:new-items" => "All: items that are new themselves",
        $"{Core.Evaluation.Views.New}:new-customers" => "New: customers with few baskets",
        $"{Core.Evaluation.Views.All}:new-customers" => "All: customers with few baskets",
        $"{Core.Evaluation.Views.All}:repeat" => "All: what they bought again",
        $"{Core.Evaluation.Views.All}:explore" => "All: what they bought for the first time",
        _ => view,
    };

    static Html[] Row(Difference difference)
    {
        var word = ComparisonView.Word(difference.Verdict);
        return [
            Html.Of($"{difference.Metric}"), Html.Of($"<span class=\"{ClassOf(word)}\">{word}</span>"), Html.Of($"{difference.First:0.0000}"), Html.Of($"{difference.Second:0.0000}"),
            Html.Of($"{Signed(difference.Value)} <small>{Signed(difference.Low)} to {Signed(difference.High)}</small>"),
            Drawing(difference),
        ];
    }

    // Each row has a scale of its own: the farther end of the interval lies at the edge, or a tenth of a's figure where that is more.
    static Html Drawing(Difference difference)
    {
        var scale = Math.Max(Math.Max(Math.Abs(difference.Low), Math.Abs(difference.High)), Math.Max(Math.Abs(difference.First) / 10, 1e-9));
        var (low, high, value) = (X(difference.Low), X(difference.High), X(difference.Value));
        return Html.Of($"""
            <svg class="interval" viewBox="0 0 {Width} {Height}" role="img" aria-label="{Signed(difference.Low)} to {Signed(difference.High)}"><line x1="{Width / 2}" x2="{Width / 2}" y1="0" y2="{Height}"/>
            <rect class="{ClassOf(ComparisonView.Word(difference.Verdict))}" x="{low:0.0}" y="6" width="{Math.Max(2, high - low):0.0}" height="6" rx="3"/><circle cx="{value:0.0}" cy="9" r="4"/></svg>
            """);

        double X(double at) => Width / 2.0 + at / scale * (Width / 2.0 - Margin);
    }

    static string ClassOf(string word) => word.Split(' ')[0];

    static string Signed(double value) => value.ToString("+0.0000;−0.0000;0.0000", CultureInfo.InvariantCulture);
}
