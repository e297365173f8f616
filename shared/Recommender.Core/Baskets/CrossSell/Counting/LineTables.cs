namespace Recommender.Core.Baskets.CrossSell.Counting;

/// <summary>The lines of all baskets twice: basket by basket, and at each rank those of that item, which stand at <c>Starts[r]..Starts[r + 1]</c>.</summary>
sealed class LineTables(int[] starts)
{
    /// <summary>Where the lines of each rank begin, and the end of the last.</summary>
    public int[] Starts => starts;

    /// <summary>For each line of a rank the basket; ascending.</summary>
    public int[] Baskets { get; } = GC.AllocateUninitializedArray<int>(starts[^1]);

    /// <summary>For each line of a rank where it stands in <see cref="Ranks"/>.</summary>
    public int[] Places { get; } = GC.AllocateUninitializedArray<int>(starts[^1]);

    /// <summary>The ranks of all lines, basket by basket; they ascend in each.</summary>
    public int[] Ranks { get; } = GC.AllocateUninitializedArray<int>(starts[^1]);

    /// <summary>For each rank how many lines stand before it in its baskets.</summary>
    public long[] Work { get; } = new long[starts.Length - 1];
}
