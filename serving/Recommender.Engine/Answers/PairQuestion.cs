using Recommender.Core.Baskets.CrossSell;

namespace Recommender.Engine.Answers;

/// <summary>Which pairs of a cross-sell matrix are wanted.</summary>
public sealed record PairQuestion
{
    /// <summary>The items whose partners are wanted; empty for the most bought ones.</summary>
    public IReadOnlyList<string> Anchors { get; init; } = [];

    /// <summary>The partners wanted of each anchor.</summary>
    public int Count { get; init; } = 10;

    /// <summary>The most anchors that are answered where none is named.</summary>
    public int MostAnchors { get; init; } = 100;

    /// <summary>Weights, thresholds and direction.</summary>
    public CrossSellQuery Query { get; init; } = new();
}
