using System.Globalization;
using System.Net;
using Recommender.Core.Store;

namespace Recommender.Training.Views.Pictures;

/// <summary>One HTML file that needs nothing else: the network and the heat map of what is bought together, and the pairs as a table.</summary>
static class PairPicture
{
    // More lines than this make a knot, not a picture.
    const int MostDrawn = 120;

    /// <summary>Writes the page; pairs come strongest first.</summary>
    public static void Write(string path, string title, IReadOnlyList<PairEdge> edges) => DurableFile.Write(path, Page(title, edges));

    static string Page(string title, IReadOnlyList<PairEdge> edges)
    {
        var drawn = edges.Take(MostDrawn).ToArray();
        var body = drawn.Length == 0
            ? "<p>No pair reaches the thresholds. Lower them and draw again.</p>"
            : $"""
              <p>{Count(edges.Count, "pair")}{(drawn.Length < edges.Count ? $", the first {drawn.Length} drawn" : "")}. Thick lines: many baskets. <span class="above">Red</span>: more often together than chance would have it, <span class="below">blue</span>: less often. Rest the mouse on anything for its figures.</p>
              <h2>Network</h2>
              {NetworkDrawing.Of(drawn)}
              <h2>Heat map</h2>
              {HeatMapDrawing.Of(edges)}
              <h2>Pairs</h2>
              <table><thead><tr><th>first</th><th>second</th><th>baskets</th><th>lift</th></tr></thead><tbody>
              {string.Concat(edges.Select(Row))}
              </tbody></table>
              """;
        return $$"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{WebUtility.HtmlEncode(title)}}</title>
            <style>
            body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 1140px; padding: 0 1rem; color: #222; background: #fff }
            svg { width: 100%; height: auto; background: #fafafb; border: 1px solid #e3e3e8; border-radius: 8px }
            svg text { font: 12px system-ui, sans-serif; text-anchor: middle; fill: #222; paint-order: stroke; stroke: #fafafb; stroke-width: 3px }
            svg text.row { text-anchor: end } svg text.column { text-anchor: start }
            circle { fill: #3a4a6b } rect.none { fill: #f0f0f3 }
            table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .25rem .75rem; border-bottom: 1px solid #eee }
            td:nth-child(n+3), th:nth-child(n+3) { text-align: right; font-variant-numeric: tabular-nums }
            .above { color: #c81e2d } .below { color: #285ac8 }
            @media (prefers-color-scheme: dark) { body { background: #16181d; color: #ddd } th, td { border-color: #333 } }
            </style></head><body>
            <h1>{{WebUtility.HtmlEncode(title)}}</h1>
            {{body}}
            </body></html>

            """;
    }

    static string Row(PairEdge edge) => string.Create(
        CultureInfo.InvariantCulture,
        $"<tr><td>{WebUtility.HtmlEncode(edge.First)}</td><td>{WebUtility.HtmlEncode(edge.Second)}</td><td>{edge.Count:N0}</td><td>{edge.Lift:0.00}</td></tr>\n");

    static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");
}
