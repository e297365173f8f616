namespace Recommender.Core.Baskets.CrossSell;

/// <summary>What a cross-sell matrix keeps; thresholds and weights of an answer are chosen when it is asked, by <see cref="CrossSellQuery"/>.</summary>
public sealed record CrossSellOptions
{
    /// <summary>Baskets that two items must share for their pair to be kept, 1 or more.</summary>
    public int MinCount { get; init; } = 5;

    /// <summary>
    /// Partners kept of each item in each order, 1 or more. For one anchor confidence orders like the count and lift like the confidence
    /// of the other direction, so two orders are all there are; decayed counts add theirs.
    /// </summary>
    public int Best { get; init; } = 50;

    /// <summary>Substitutes kept of each item, 0 or more.</summary>
    public int Substitutes { get; init; } = 20;

    /// <summary>Baskets that two items must be expected to share by their popularity before fewer than that says something.</summary>
    public double MinExpected { get; init; } = 10;

    /// <summary>
    /// Bytes that the pairs may take while they are counted and chosen, 1 or more. The matrix does not depend on it: where not all pairs
    /// have room at once, those that no item would keep go before the next ones are counted.
    /// </summary>
    public long Memory { get; init; } = 2L << 30;

    /// <summary>How many cores; the matrix does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    internal void Check()
    {
        if (MinCount < 1) throw new UserErrorException($"A count floor of {MinCount} keeps every pair there could be; it must be 1 or more. The usual floor is 5.");
        if (Best < 1) throw new UserErrorException($"{Best} partners of each item are none; it must be 1 or more. The usual number is 50.");
        if (Substitutes < 0) throw new UserErrorException($"{Substitutes} substitutes of each item cannot be kept; it must be 0 (none) or more.");
        if (!(MinExpected > 0 && double.IsFinite(MinExpected))) throw new UserErrorException($"Substitutes cannot be told by {MinExpected} expected baskets; it must be a number above 0. The usual number is 10.");
        if (Memory < 1) throw new UserErrorException($"The memory limit is {Memory} bytes; it must be 1 byte or more. Correct it.");
        if (Threads < 1) throw new UserErrorException($"{Threads} threads cannot count; it must be 1 or more.");
    }
}
