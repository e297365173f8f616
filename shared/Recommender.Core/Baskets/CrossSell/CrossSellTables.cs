namespace Recommender.Core.Baskets.CrossSell;

/// <summary>The numbers of a cross-sell matrix, as they stand in memory and in its file.</summary>
sealed record CrossSellTables
{
    /// <summary>How many baskets were counted.</summary>
    public int Baskets { get; init; }

    /// <summary>What they weigh together; their number when all count alike.</summary>
    public double TotalWeight { get; init; }

    /// <summary>The count floor.</summary>
    public int MinCount { get; init; }

    /// <summary>Partners kept of each item in each order.</summary>
    public int Best { get; init; }

    /// <summary>Baskets of each item.</summary>
    public ReadOnlyMemory<int> ItemCounts { get; init; }

    /// <summary>What the baskets of each item weigh; empty when all count alike.</summary>
    public ReadOnlyMemory<double> ItemSums { get; init; }

    /// <summary>Partners of each item that reach the floor, kept or not.</summary>
    public ReadOnlyMemory<int> Pairs { get; init; }

    /// <summary>Entries of item i: <c>Starts[i]..Starts[i + 1]</c>.</summary>
    public ReadOnlyMemory<int> Starts { get; init; }

    /// <summary>How many of an item's entries it chose itself; those that only their other side chose stand behind them. Each part by falling count.</summary>
    public ReadOnlyMemory<int> Own { get; init; }

    /// <summary>The partner of each entry.</summary>
    public ReadOnlyMemory<int> Partners { get; init; }

    /// <summary>The baskets that each entry's items share.</summary>
    public ReadOnlyMemory<int> Counts { get; init; }

    /// <summary>What these weigh; empty when all count alike.</summary>
    public ReadOnlyMemory<float> Sums { get; init; }

    /// <summary>Substitutes of item i: <c>SubstituteStarts[i]..SubstituteStarts[i + 1]</c>, the clearest first.</summary>
    public ReadOnlyMemory<int> SubstituteStarts { get; init; }

    /// <summary>The substitutes.</summary>
    public ReadOnlyMemory<int> SubstitutePartners { get; init; }

    /// <summary>The baskets that each of them shares with its item; may be 0.</summary>
    public ReadOnlyMemory<int> SubstituteCounts { get; init; }

    /// <summary>How many items.</summary>
    public int Items => ItemCounts.Length;
}
