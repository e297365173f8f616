using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Ratings;

/// <summary>The ratings of one customer or item: rows of the other side, standardised ratings, and the other side's features and biases.</summary>
public readonly ref struct RatedRow
{
    /// <summary>Rows of the other side.</summary>
    public required ReadOnlySpan<int> Others { get; init; }

    /// <summary>The standardised rating of each.</summary>
    public required ReadOnlySpan<float> Ratings { get; init; }

    /// <summary>(v, 1) of the whole other side: (rows, d + 1).</summary>
    public required Matrix Features { get; init; }

    /// <summary>Biases of the whole other side.</summary>
    public required ReadOnlySpan<float> Biases { get; init; }
}
