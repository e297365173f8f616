namespace Recommender.Core.Datasets;

/// <summary>The rows of a sparse matrix while they are found, in any order and from several threads, each row once.</summary>
public sealed class SparseRows(int rows)
{
    readonly int[][] _columns = new int[rows][];
    readonly float[][] _values = new float[rows][];

    /// <summary>Sets a row to the listed places, ascending, of <paramref name="columns"/> and <paramref name="values"/>.</summary>
    public void Take(int row, ReadOnlySpan<int> places, ReadOnlySpan<int> columns, ReadOnlySpan<float> values)
    {
        var (keptColumns, keptValues) = (new int[places.Length], new float[places.Length]);
        for (var at = 0; at < places.Length; at++) (keptColumns[at], keptValues[at]) = (columns[places[at]], values[places[at]]);
        (_columns[row], _values[row]) = (keptColumns, keptValues);
    }

    /// <summary>The matrix; a row that was never set is empty. The rows are given up while they are copied.</summary>
    public CsrMatrix ToMatrix(int columns)
    {
        var starts = new int[_columns.Length + 1];
        for (var row = 0; row < _columns.Length; row++) starts[row + 1] = checked(starts[row] + (_columns[row]?.Length ?? 0));
        var (indices, numbers) = (new int[starts[^1]], new float[starts[^1]]);
        for (var row = 0; row < _columns.Length; row++)
        {
            _columns[row]?.CopyTo(indices, starts[row]);
            _values[row]?.CopyTo(numbers, starts[row]);
            (_columns[row], _values[row]) = ([], []);
        }
        return new(starts, indices, numbers, columns);
    }
}
