namespace Recommender.Core.Baskets.CrossSell.Counting;

/// <summary>Pairs at both of their items: those of rank r stand at <c>Starts[r]..Starts[r + 1]</c>, partners (ranks) ascending; sums are empty without weights.</summary>
sealed record PairTable(int[] Starts, int[] Partners, int[] Counts, float[] Sums)
{
    /// <summary>Where the pair that stands at this entry of a rank stands at its partner.</summary>
    public int OtherHalf(int rank, int entry)
    {
        var partner = Partners[entry];
        return Starts[partner] + Partners.AsSpan(Starts[partner]..Starts[partner + 1]).BinarySearch(rank);
    }
}
