using System.Globalization;
using System.Net;
using System.Text;

namespace Recommender.Training.Views.Pictures;

/// <summary>What is bought together as a map of squares: the redder the further above chance, blue below it, empty where nothing is known.</summary>
static class HeatMapDrawing
{
    const int Most = 32;
    const int Cell = 22;
    const int Names = 220;
    const int Slant = 120;   // room for the names above the last columns

    /// <summary>An SVG of the pairs between the things that stand in most of them.</summary>
    public static string Of(IReadOnlyList<PairEdge> edges)
    {
        var names = edges.SelectMany(edge => new[] { (Name: edge.First, edge.Count), (Name: edge.Second, edge.Count) })
            .GroupBy(end => end.Name, StringComparer.Ordinal).OrderByDescending(name => name.Sum(end => end.Count)).ThenBy(name => name.Key, StringComparer.Ordinal)
            .Take(Most).Select(name => name.Key).ToArray();
        var number = names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        var (width, height) = (Names + names.Length * Cell + Slant, Names + names.Length * Cell + 20);

        var svg = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<svg class=\"picture\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" role=\"img\" aria-label=\"Lift of each pair\">\n");
        for (var at = 0; at < names.Length; at++)
        {
            var (name, middle) = (WebUtility.HtmlEncode(ShortName.Of(names[at], 30)), Names + at * Cell + Cell / 2 + 4);
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"row\" x=\"{Names - 8}\" y=\"{middle}\">{name}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"column\" transform=\"translate({middle},{Names - 8}) rotate(-60)\">{name}</text>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"none\" x=\"{Names}\" y=\"{Names + at * Cell}\" width=\"{names.Length * Cell}\" height=\"{Cell - 1}\"/>\n");
        }
        foreach (var edge in edges)
        {
            if (!number.TryGetValue(edge.First, out var row) || !number.TryGetValue(edge.Second, out var column)) continue;

            Square(svg, (row, column), edge);
            Square(svg, (column, row), edge);
        }
        return svg.Append("</svg>").ToString();
    }

    static void Square(StringBuilder svg, (int Row, int Column) at, PairEdge edge) => svg.Append(
        CultureInfo.InvariantCulture,
        $"<rect x=\"{Names + at.Column * Cell}\" y=\"{Names + at.Row * Cell}\" width=\"{Cell - 1}\" height=\"{Cell - 1}\" fill=\"{Shade.OfLift(edge.Lift)}\"><title>{NetworkDrawing.Title(edge)}</title></rect>\n");
}
