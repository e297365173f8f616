namespace Recommender.Core.Baskets.CrossSell;

/// <summary>How an anchor's partners are judged. Everything here changes from question to question; nothing is counted again.</summary>
public sealed record CrossSellQuery
{
    /// <summary>No thresholds beyond the count floor of the matrix.</summary>
    public static CrossSellQuery Unfiltered { get; } = new() { MinSupport = 0, MinConfidence = 0, MinLift = 0 };

    /// <summary>What affinity is made of.</summary>
    public AffinityWeights Weights { get; init; } = new();

    /// <summary>The lowest share of all baskets, 0 to 1.</summary>
    public double MinSupport { get; init; } = 0.01;

    /// <summary>The lowest confidence, 0 to 1.</summary>
    public double MinConfidence { get; init; } = 0.15;

    /// <summary>The lowest lift.</summary>
    public double MinLift { get; init; } = 1.2;

    /// <summary>The fewest baskets, never decayed; the floor of the matrix holds in any case.</summary>
    public int MinCount { get; init; }

    /// <summary>
    /// Whether affinity is the same in both directions: its confidence is then the mean of both, because their maximum would give every
    /// rarity that once went along with a best seller the rank of a true pair.
    /// </summary>
    public bool IsSymmetric { get; init; }

    /// <summary>Whether all measures are made of counts decayed by age.</summary>
    public bool IsDecayed { get; init; }

    /// <summary>Which partners may be answered, such as those in stock; null for all.</summary>
    public Func<int, bool>? Allows { get; init; }

    internal void Check(CrossSellMatrix matrix)
    {
        if (!(Weights is { Lift: >= 0, Confidence: >= 0, Support: >= 0, Sum: > 0 } && double.IsFinite(Weights.Sum)))
            throw new UserErrorException($"The weights {Weights.Lift}, {Weights.Confidence} and {Weights.Support} make no affinity: each must be 0 or more, and one of them more. The usual ones are 0.5, 0.3 and 0.2.");
        if (!(MinSupport is >= 0 and <= 1)) throw new UserErrorException($"A support of {MinSupport} is no share: it must be from 0 to 1. The usual threshold is 0.01.");
        if (!(MinConfidence is >= 0 and <= 1)) throw new UserErrorException($"A confidence of {MinConfidence} is no share: it must be from 0 to 1. The usual threshold is 0.15.");
        if (!(MinLift >= 0 && double.IsFinite(MinLift))) throw new UserErrorException($"A lift of {MinLift} is never reached by any pair, or by all: it must be 0 or more. The usual threshold is 1.2.");
        if (MinCount < 0) throw new UserErrorException($"A pair cannot be in {MinCount} baskets: the count must be 0 or more. Leave it away for the floor of the matrix.");
        if (IsDecayed && !matrix.IsDecayed) throw new UserErrorException("This matrix has no decayed counts, so it cannot answer by them. Build it with a half-life, or ask without decay.");
    }
}
