namespace Recommender.Core.Baskets.Trends;

/// <summary>How a pair of items changed from one period to the next, the popularity of both and the sizes of baskets taken out.</summary>
public sealed record PairTrend
{
    /// <summary>One item; the lower number of the two.</summary>
    public required int Item { get; init; }

    /// <summary>The other item.</summary>
    public required int Other { get; init; }

    /// <summary>Baskets with both in the first and in the second period.</summary>
    public required (int Before, int After) Count { get; init; }

    /// <summary>The shares of each period's baskets.</summary>
    public required (double Before, double After) Share { get; init; }

    /// <summary>Baskets with both that each period's own popularity and basket sizes would give.</summary>
    public required (double Before, double After) Expected { get; init; }

    /// <summary>ln of the ratio of both lifts, each the count by what was expected; half a basket is added to both counts, so that none may be missing.</summary>
    public required double Change { get; init; }

    /// <summary>The lower end of the 95 % interval of the change; null where there is none, because the pair was not seen after.</summary>
    public required double? Low { get; init; }

    /// <summary>The upper end; null where there is none, because the pair was not seen before.</summary>
    public required double? High { get; init; }

    /// <summary>The chance of a change as large, in either direction, where nothing changed.</summary>
    public required double P { get; init; }

    /// <summary>The share of false alarms among this pair and all with a smaller p.</summary>
    public required double Q { get; init; }
}
