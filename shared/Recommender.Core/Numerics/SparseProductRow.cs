namespace Recommender.Core.Numerics;

/// <summary>
/// Takes one finished row of a sparse product: its columns that are not 0, ascending, with their sums. Both spans are good during the
/// call only, and rows come in any order from several threads.
/// </summary>
public delegate void SparseProductRow(int row, ReadOnlySpan<int> columns, ReadOnlySpan<double> sums);
