namespace Recommender.Core.Numerics;

/// <summary>Rows of floats somewhere in memory, managed or mapped, with strides: a transpose or a block costs nothing.</summary>
public readonly struct Matrix
{
    // Arrays of this size are not moved anyway.
    const int SmallestAligned = 85_000 / sizeof(float);

    public Matrix(Memory<float> data, int rows, int columns)
        : this(data, rows, columns, Math.Max(columns, 1))
    {
    }

    /// <summary>Element (i, j) stands at i rowStride + j columnStride of the data.</summary>
    public Matrix(Memory<float> data, int rows, int columns, int rowStride, int columnStride = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        ArgumentOutOfRangeException.ThrowIfNegative(rowStride);
        ArgumentOutOfRangeException.ThrowIfNegative(columnStride);
        var needed = rows == 0 || columns == 0 ? 0 : (rows - 1L) * rowStride + (columns - 1L) * columnStride + 1;
        if (needed > data.Length)
        {
            throw new ArgumentException(
                $"{rows} x {columns} with strides {rowStride} and {columnStride} needs {needed} numbers, the data holds {data.Length}.", nameof(data));
        }

        (Data, Rows, Columns, RowStride, ColumnStride) = (data, rows, columns, rowStride, columnStride);
    }

    public Memory<float> Data { get; }
    public int Rows { get; }
    public int Columns { get; }
    public int RowStride { get; }
    public int ColumnStride { get; }

    /// <summary>The same numbers with rows and columns exchanged.</summary>
    public Matrix Transposed => new(Data, Columns, Rows, ColumnStride, RowStride);

    public float this[int row, int column]
    {
        get => Data.Span[Offset(row, column)];
        set => Data.Span[Offset(row, column)] = value;
    }

    /// <summary>A freshly allocated matrix of zeros.</summary>
    public static Matrix Zero(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        var count = (long)rows * columns;
        if (count > AlignedNumbers.Most)
        {
            throw new UserErrorException(
                $"A matrix of {rows} x {columns} numbers is too large: one array holds {AlignedNumbers.Most}; take fewer rows or columns.");
        }

        return new(count < SmallestAligned ? new float[count] : AlignedNumbers.Zeros((int)count), rows, columns);
    }

    /// <summary>One row; its columns must stand side by side.</summary>
    public Span<float> Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Rows);
        if (ColumnStride != 1 && Columns > 1) throw new InvalidOperationException($"The columns stand {ColumnStride} apart: only rows of stride 1 are spans.");

        return Data.Span.Slice(checked(row * RowStride), Columns);
    }

    /// <summary>The rectangle that begins at (row, column), on the same data.</summary>
    public Matrix Block(int row, int column, int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, Rows - row);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(columns, Columns - column);

        // An empty block at the far edge would begin behind the data.
        var start = rows == 0 || columns == 0 ? 0 : checked(row * RowStride + column * ColumnStride);
        return new(Data[start..], rows, columns, RowStride, ColumnStride);
    }

    int Offset(int row, int column)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)Columns, nameof(column));
        return checked(row * RowStride + column * ColumnStride);
    }
}
