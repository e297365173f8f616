using System.Globalization;
using System.Net;
using System.Text;

namespace Recommender.Training.Views.Pictures;

/// <summary>What is bought together as a network: the thicker a line the more baskets, the redder the further above chance.</summary>
static class NetworkDrawing
{
    const int Width = 1100;
    const int Height = 760;
    const int Margin = 70;
    const int Side = 110;   // half of the longest name

    /// <summary>An SVG of these pairs.</summary>
    public static string Of(IReadOnlyList<PairEdge> edges)
    {
        var names = edges.SelectMany(edge => new[] { edge.First, edge.Second }).Distinct().Order(StringComparer.Ordinal).ToArray();
        var number = names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        var places = ForceLayout.Place(names.Length, [.. edges.Select(edge => (number[edge.First], number[edge.Second]))]);
        var mostBaskets = Math.Max(1, edges.Max(edge => edge.Count));

        var svg = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<svg class=\"picture\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" role=\"img\" aria-label=\"What is bought together\">\n");
        foreach (var edge in edges)
        {
            var ((x1, y1), (x2, y2)) = (Point(places[number[edge.First]]), Point(places[number[edge.Second]]));
            var width = 1 + 7 * Math.Sqrt((double)edge.Count / mostBaskets);
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1:0}\" y1=\"{y1:0}\" x2=\"{x2:0}\" y2=\"{y2:0}\" stroke=\"{Shade.OfLift(edge.Lift)}\" stroke-width=\"{width:0.0}\" stroke-opacity=\".75\"><title>{Title(edge)}</title></line>\n");
        }
        for (var node = 0; node < names.Length; node++)
        {
            var (x, y) = Point(places[node]);
            var degree = edges.Count(edge => edge.First == names[node] || edge.Second == names[node]);
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0}\" cy=\"{y:0}\" r=\"{3 + Math.Min(9, degree):0}\"><title>{WebUtility.HtmlEncode(names[node])}</title></circle>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0}\" y=\"{y - 8 - Math.Min(9, degree):0}\">{WebUtility.HtmlEncode(ShortName.Of(names[node], 26))}</text>\n");
        }
        return svg.Append("</svg>").ToString();
    }

    /// <summary>What is said of a pair where the mouse rests on it.</summary>
    public static string Title(PairEdge edge) =>
        string.Create(CultureInfo.InvariantCulture, $"{WebUtility.HtmlEncode(edge.First)} + {WebUtility.HtmlEncode(edge.Second)}: {edge.Count:N0} baskets, lift {edge.Lift:0.##}");

    static (float X, float Y) Point(System.Numerics.Vector2 place) => (Side + place.X * (Width - 2 * Side), Margin / 2 + place.Y * (Height - Margin));
}
