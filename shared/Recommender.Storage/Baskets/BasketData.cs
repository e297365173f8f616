using Recommender.Core.Baskets;
using Recommender.Core.Datasets;

namespace Recommender.Storage.Baskets;

/// <summary>Baskets of a snapshot as they are mined, with what is known of their items.</summary>
public sealed record BasketData
{
    /// <summary>The baskets: a customer's in time order, the anonymous ones last.</summary>
    public required BasketSet Baskets { get; init; }

    /// <summary>What is known of the items.</summary>
    public required Catalogue Facts { get; init; }

    /// <summary>The dataset's name.</summary>
    public required string Name { get; init; }

    /// <summary>Equal for equal data and equal requests.</summary>
    public required string Hash { get; init; }
}
