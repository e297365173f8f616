namespace Recommender.Core.Numerics;

/// <summary>Rows of floats somewhere in memory, with strides, so that a transpose or a block is a view.</summary>
public readonly struct Matrix
{
    /// <summary>Row by row without gaps.</summary>
    public Matrix(Memory<float> data, int rows, int columns) : this(data, rows, columns, columns) { }

    /// <summary>With strides: cell (r, c) is <c>data[r * rowStride + c * columnStride]</c>.</summary>
    public Matrix(Memory<float> data, int rows, int columns, int rowStride, int columnStride = 1) =>
        (Data, Rows, Columns, RowStride, ColumnStride) = (data, rows, columns, rowStride, columnStride);

    /// <summary>Where the numbers stand.</summary>
    public Memory<float> Data { get; }

    /// <summary>How many rows.</summary>
    public int Rows { get; }

    /// <summary>How many columns.</summary>
    public int Columns { get; }

    /// <summary>From one row to the next.</summary>
    public int RowStride { get; }

    /// <summary>From one column to the next.</summary>
    public int ColumnStride { get; }

    /// <summary>The same cells with rows and columns exchanged.</summary>
    public Matrix Transposed => new(Data, Columns, Rows, ColumnStride, RowStride);

    /// <summary>A new matrix of zeros.</summary>
    public static Matrix Zero(int rows, int columns) => new(new float[checked(rows * columns)], rows, columns);

    /// <summary>A row whose numbers stand one beside the other.</summary>
    public Span<float> Row(int row) => Data.Span.Slice(row * RowStride, Columns);
}
