using Recommender.Core.Baskets.CrossSell;
using Recommender.Core.Baskets.CrossSell.Carts;
using Recommender.Training.Views.Pictures;

namespace Recommender.Training.Experiments;

/// <summary>What was asked of a cross-sell matrix, and the pairs that answer it, best first.</summary>
sealed class MatrixAnswer(CountedMatrix matrix, CrossSellQuery query, int limit)
{
    // More pairs than this are no picture.
    const int MostEdges = 400;

    public CountedMatrix Counted => matrix;

    public CrossSellQuery Query => query;

    /// <summary>Rows that are shown.</summary>
    public int Limit => limit;

    /// <summary>The anchor asked for.</summary>
    public int? Anchor { get; private set; }

    /// <summary>The cart asked for; empty where none was.</summary>
    public int[] Cart { get; private set; } = [];

    /// <summary>Every pair that passes.</summary>
    public IReadOnlyList<(int Anchor, CrossSellMatch Match)> Pairs { get; private set; } = [];

    /// <summary>What is bought instead of the anchor.</summary>
    public IReadOnlyList<Substitute> Substitutes { get; private set; } = [];

    /// <summary>What goes with the cart.</summary>
    public IReadOnlyList<CartSuggestion> Suggestions { get; private set; } = [];

    /// <summary>What goes with one item.</summary>
    public void AskAnchor(string name)
    {
        Anchor = matrix.Names.Find(name);
        Pairs = [.. Partners(Anchor.Value)];
        Substitutes = matrix.Matrix.Substitutes(Anchor.Value);
    }

    /// <summary>What goes with a whole cart.</summary>
    public void AskCart(string names)
    {
        Cart = matrix.Names.FindAll(names);
        Suggestions = new CartScorer(matrix.Matrix, ItemGroups.Of(matrix.Items, matrix.Facts, query.IsDecayed)).Suggest(Cart, limit);
        Pairs = [.. Cart.SelectMany(Partners)];
    }

    /// <summary>All pairs; in a symmetric answer each once.</summary>
    public void AskAll(CancellationToken cancellationToken)
    {
        var pairs = new List<(int Anchor, CrossSellMatch Match)>();
        for (var anchor = 0; anchor < matrix.Matrix.ItemCount; anchor++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            pairs.AddRange(Partners(anchor).Where(pair => !query.IsSymmetric || pair.Match.Item > pair.Anchor));
        }
        Pairs = [.. pairs.OrderByDescending(pair => pair.Match.Affinity).ThenBy(pair => pair.Anchor).ThenBy(pair => pair.Match.Item)];
    }

    /// <summary>The pairs as they are drawn: each once, the strongest first.</summary>
    public IReadOnlyList<PairEdge> Edges() =>
    [
        .. Pairs.DistinctBy(pair => (Math.Min(pair.Anchor, pair.Match.Item), Math.Max(pair.Anchor, pair.Match.Item))).OrderByDescending(pair => pair.Match.Affinity).Take(MostEdges)
            .Select(pair => new PairEdge(matrix.Names[pair.Anchor], matrix.Names[pair.Match.Item], pair.Match.Count, pair.Match.Lift)),
    ];

    IEnumerable<(int Anchor, CrossSellMatch Match)> Partners(int anchor)
    {
        var best = new CrossSellMatch[matrix.Matrix.KeptOf(anchor)];
        var found = matrix.Matrix.Find(anchor, query, best);
        return best.Take(found).Select(match => (anchor, match));
    }
}
