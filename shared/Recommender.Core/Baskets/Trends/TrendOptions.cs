namespace Recommender.Core.Baskets.Trends;

/// <summary>Which pairs are held against chance, and which are answered.</summary>
public sealed record TrendOptions
{
    /// <summary>Baskets of both periods together that a pair must stand in, 1 or more.</summary>
    public int MinCount { get; init; } = 5;

    /// <summary>The largest q that is answered, above 0 and at most 1: the share of false alarms among all answers that is put up with.</summary>
    public double MaxQ { get; init; } = 0.05;

    /// <summary>How many cores; the answer does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    internal void Check()
    {
        if (MinCount < 1) throw new UserErrorException($"A pair cannot be asked to stand in {MinCount} baskets; the count must be 1 or more. The usual floor is 5.");
        if (!(MaxQ is > 0 and <= 1)) throw new UserErrorException($"A q of {MaxQ} is no share of false alarms: it must be above 0 and at most 1. The usual one is 0.05.");
        if (Threads < 1) throw new UserErrorException($"{Threads} threads cannot count; it must be 1 or more.");
    }
}
