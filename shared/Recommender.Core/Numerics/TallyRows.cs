namespace Recommender.Core.Numerics;

/// <summary>Rows that are counted, and where each of them ends.</summary>
readonly ref struct TallyRows(ReadOnlySpan<int> rows, ReadOnlySpan<int> ends)
{
    public ReadOnlySpan<int> Rows { get; } = rows;

    public ReadOnlySpan<int> Ends { get; } = ends;
}
