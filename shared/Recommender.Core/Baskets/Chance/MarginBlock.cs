namespace Recommender.Core.Baskets.Chance;

/// <summary>
/// A part of the table of sizes by counts, both descending, in which no cell is decided by the margins alone: rows
/// <see cref="FirstRow"/> up to <see cref="EndRow"/>, columns likewise; what the cells outside take from the margins is counted off.
/// </summary>
readonly record struct MarginBlock(int FirstRow, int EndRow, int FirstColumn, int EndColumn)
{
    /// <summary>What each row has in columns outside.</summary>
    public long TakenFromRows { get; init; }

    /// <summary>What each column has in rows outside.</summary>
    public long TakenFromColumns { get; init; }

    /// <summary>Whether it has no cell.</summary>
    public bool IsEmpty => FirstRow >= EndRow || FirstColumn >= EndColumn;
}
