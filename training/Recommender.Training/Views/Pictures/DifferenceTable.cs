using System.Globalization;
using System.Net;
using Recommender.Core.Evaluation.Intervals;

namespace Recommender.Training.Views.Pictures;

/// <summary>The differences of one view as rows, each with a drawing of its interval.</summary>
static class DifferenceTable
{
    const int Width = 160;
    const int Height = 18;
    const int Margin = 4;

    public static string Of(string view, IReadOnlyList<Difference> differences, int customers) =>
        string.Create(CultureInfo.InvariantCulture, $"<h3>{Title(view)} <small>{customers:N0} customers</small></h3>\n")
        + $"<table class=\"figures\"><thead><tr><th>metric</th><th>a</th><th>b</th><th>difference</th><th class=\"drawing\">interval</th><th>b is</th></tr></thead><tbody>\n{string.Concat(differences.Select(Row))}</tbody></table>\n";

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
        _ => WebUtility.HtmlEncode(view),
    };

    static string Row(Difference difference)
    {
        var word = ComparisonView.Word(difference.Verdict);
        return $"<tr><td>{WebUtility.HtmlEncode(difference.Metric).Replace("@", "<wbr/>@", StringComparison.Ordinal)}</td><td>{Number(difference.First)}</td><td>{Number(difference.Second)}</td>"
            + $"<td>{Signed(difference.Value)} <small>{Signed(difference.Low)} to {Signed(difference.High)}</small></td>"
            + $"<td class=\"drawing\">{Drawing(difference)}</td><td class=\"{word.Split(' ')[0]}\">{word}</td></tr>\n";
    }

    // Each row has a scale of its own: the farther end of the interval lies at the edge, or a tenth of a's figure where that is more.
    static string Drawing(Difference difference)
    {
        var scale = Math.Max(Math.Max(Math.Abs(difference.Low), Math.Abs(difference.High)), Math.Max(Math.Abs(difference.First) / 10, 1e-9));
        var (low, high, value) = (X(difference.Low), X(difference.High), X(difference.Value));
        return string.Create(CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Signed(difference.Low)} to {Signed(difference.High)}\"><line class=\"none\" x1=\"{Width / 2}\" x2=\"{Width / 2}\" y1=\"0\" y2=\"{Height}\"/>"
            + $"<rect class=\"{ComparisonView.Word(difference.Verdict).Split(' ')[0]}\" x=\"{low:0.0}\" y=\"6\" width=\"{Math.Max(2, high - low):0.0}\" height=\"6\" rx=\"3\"/><circle cx=\"{value:0.0}\" cy=\"9\" r=\"4\"/></svg>");

        double X(double at) => Width / 2.0 + at / scale * (Width / 2.0 - Margin);
    }

    static string Number(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    static string Signed(double value) => value.ToString("+0.0000;−0.0000;0.0000", CultureInfo.InvariantCulture);
}
