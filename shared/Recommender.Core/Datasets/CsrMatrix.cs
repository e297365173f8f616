namespace Recommender.Core.Datasets;

/// <summary>
/// A sparse matrix by rows: row r holds <c>Indices[Starts[r]..Starts[r + 1]]</c>, columns ascending, each once. Without values every
/// entry is one, which halves the memory of plain purchases.
/// </summary>
public sealed class CsrMatrix
{
    readonly ReadOnlyMemory<int> _starts;
    readonly ReadOnlyMemory<int> _indices;
    readonly ReadOnlyMemory<float> _values;

    /// <summary>A matrix over these arrays; empty <paramref name="values"/> mean that every entry is one.</summary>
    public CsrMatrix(ReadOnlyMemory<int> starts, ReadOnlyMemory<int> indices, ReadOnlyMemory<float> values, int columns)
    {
        if (starts.IsEmpty) throw new ArgumentException("Even a matrix without rows has a start: the end of nothing.", nameof(starts));
        if (!values.IsEmpty && values.Length != indices.Length) throw new ArgumentException($"{values.Length} values for {indices.Length} entries.", nameof(values));
        (_starts, _indices, _values, Columns) = (starts, indices, values, columns);
    }

    /// <summary>How many rows.</summary>
    public int Rows => _starts.Length - 1;

    /// <summary>How many columns.</summary>
    public int Columns { get; }

    /// <summary>How many entries are set.</summary>
    public int Count => _indices.Length;

    /// <summary>Whether every entry is one and no values are kept.</summary>
    public bool IsBinary => _values.IsEmpty;

    /// <summary>Where each row begins, and the end of the last.</summary>
    public ReadOnlyMemory<int> Starts => _starts;

    /// <summary>The columns of all entries, row by row.</summary>
    public ReadOnlyMemory<int> Indices => _indices;

    /// <summary>The values of all entries, row by row; empty when every one is 1.</summary>
    public ReadOnlyMemory<float> Values => _values;

    /// <summary>A matrix of these cells, each at most once, in any order.</summary>
    public static CsrMatrix From(int rows, int columns, IEnumerable<(int Row, int Column, float Value)> cells)
    {
        var sorted = cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column).ToArray();
        var starts = new int[rows + 1];
        foreach (var (row, _, _) in sorted) starts[row + 1]++;
        for (var row = 0; row < rows; row++) starts[row + 1] += starts[row];
        var values = Array.TrueForAll(sorted, cell => cell.Value == 1) ? [] : Array.ConvertAll(sorted, cell => cell.Value);
        return new(starts, Array.ConvertAll(sorted, cell => cell.Column), values, columns);
    }

    /// <summary>How many entries a row has.</summary>
    public int RowCount(int row) => _starts.Span[row + 1] - _starts.Span[row];

    /// <summary>The columns of a row, ascending.</summary>
    public ReadOnlySpan<int> RowIndices(int row)
    {
        var starts = _starts.Span;
        return _indices.Span[starts[row]..starts[row + 1]];
    }

    /// <summary>The values of a row; empty when every one is 1.</summary>
    public ReadOnlySpan<float> RowValues(int row)
    {
        var starts = _starts.Span;
        return IsBinary ? default : _values.Span[starts[row]..starts[row + 1]];
    }

    /// <summary>The value of one cell; 0 where there is no entry.</summary>
    public float At(int row, int column)
    {
        var entry = RowIndices(row).BinarySearch(column);
        return entry < 0 ? 0 : IsBinary ? 1 : RowValues(row)[entry];
    }

    /// <summary>The sum of each column, each value first raised to <paramref name="power"/>.</summary>
    public double[] ColumnSums(double power = 1)
    {
        var sums = new double[Columns];
        var indices = _indices.Span;
        var values = _values.Span;
        for (var entry = 0; entry < indices.Length; entry++) sums[indices[entry]] += values.IsEmpty ? 1 : power == 1 ? values[entry] : Math.Pow(values[entry], power);
        return sums;
    }

    /// <summary>The sum of each column in single precision; what outgrows it stays at its largest number.</summary>
    public float[] ColumnTotals() => Array.ConvertAll(ColumnSums(), sum => (float)Math.Min(sum, float.MaxValue));

    /// <summary>The same cells with other values: <paramref name="value"/> is given row, column and value.</summary>
    public CsrMatrix Map(Func<int, int, float, double> value)
    {
        var starts = _starts.Span;
        var indices = _indices.Span;
        var values = _values.Span;
        var mapped = new float[indices.Length];
        for (var row = 0; row < Rows; row++)
        {
            for (var entry = starts[row]; entry < starts[row + 1]; entry++) mapped[entry] = (float)value(row, indices[entry], values.IsEmpty ? 1 : values[entry]);
        }
        return new(_starts, _indices, mapped, Columns);
    }

    /// <summary>The same entries by columns. One pass counts, one places: nothing beside the result is allocated.</summary>
    public CsrMatrix Transpose(CancellationToken cancellationToken = default)
    {
        var starts = _starts.Span;
        var indices = _indices.Span;
        var values = _values.Span;
        var next = new int[Columns + 1];
        foreach (var column in indices) next[column + 1]++;
        for (var column = 0; column < Columns; column++) next[column + 1] += next[column];

        var byColumn = new int[indices.Length];
        var moved = new float[values.Length];
        for (var row = 0; row < Rows; row++)
        {
            if (row % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            for (var entry = starts[row]; entry < starts[row + 1]; entry++)
            {
                var place = next[indices[entry]]++;
                byColumn[place] = row;
                if (moved.Length > 0) moved[place] = values[entry];
            }
        }
        next.AsSpan(0, Columns).CopyTo(next.AsSpan(1));   // placing moved every start to the start of its successor
        next[0] = 0;
        return new(next, byColumn, moved, Rows);
    }
}
