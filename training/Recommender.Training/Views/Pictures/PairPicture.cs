using Recommender.Training.Views.Pages;

namespace Recommender.Training.Views.Pictures;

/// <summary>One HTML file that needs nothing else: the network and the heat map of what is bought together, and the pairs as a table.</summary>
static class PairPicture
{
    // More lines than this make a knot, not a picture.
    const int MostDrawn = 120;

    /// <summary>Writes the page; pairs come strongest first.</summary>
    public static void Write(string path, string title, IReadOnlyList<PairEdge> edges) => Page.Write(path, title, Body(edges));

    static Html Body(IReadOnlyList<PairEdge> edges)
    {
        var drawn = edges.Take(MostDrawn).ToArray();
        return drawn.Length == 0
            ? Html.Of($"<p>No pair reaches the thresholds. Lower them and draw again.</p>")
            : Html.Of($"""
              <p>{Counted.Of(edges.Count, "pair")}{(drawn.Length < edges.Count ? $", the first {drawn.Length} drawn" : "")}. Thick lines: many baskets. <span class="above">Red</span>: more often together than chance would have it, <span class="below">blue</span>: less often. Rest the mouse on anything for its figures.</p>
              <h2>Network</h2>
              {new Html(NetworkDrawing.Of(drawn))}
              <h2>Heat map</h2>
              {new Html(HeatMapDrawing.Of(edges))}
              <h2>Pairs</h2>
              {Table.Of("Pairs, the strongest first", ["first", "second", "#baskets", "#lift"], edges.Select(Row))}
              """);
    }

    static Html[] Row(PairEdge edge) => [Html.Of($"{edge.First}"), Html.Of($"{edge.Second}"), Html.Of($"{edge.Count:N0}"), Html.Of($"{edge.Lift:0.00}")];
}
