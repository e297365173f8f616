namespace Recommender.Core.Baskets.Bundles;

/// <summary>Things to sell as one, with what is known of the offer.</summary>
public sealed record Bundle
{
    /// <summary>The same for the same parts, in whatever data they are found.</summary>
    public required string Id { get; init; }

    /// <summary>The parts, ascending.</summary>
    public required IReadOnlyList<int> Items { get; init; }

    /// <summary>Baskets with all parts.</summary>
    public required int Count { get; init; }

    /// <summary>The share of all baskets with all parts.</summary>
    public required double Support { get; init; }

    /// <summary>How many times more often all parts are bought together than if each were bought independently.</summary>
    public required double Lift { get; init; }

    /// <summary>The least lift of one part with the rest of the bundle: no part is there by chance.</summary>
    public required double WeakestLink { get; init; }

    /// <summary>The probability of success.</summary>
    public required BundleSuccess Success { get; init; }

    /// <summary>How well the parts go together, 0 to 1, whatever they bring.</summary>
    public required double Score { get; init; }

    /// <summary>Prices, costs, discount and margin.</summary>
    public required BundleOffer Offer { get; init; }

    /// <summary>How many can be made.</summary>
    public required BundleStock Stock { get; init; }

    /// <summary>Cannibalisation and expected gain.</summary>
    public required BundleEffect Effect { get; init; }

    /// <summary>Whom it could win.</summary>
    public required BundleReach Reach { get; init; }
}
