namespace Recommender.Core.Numerics;

/// <summary>
/// The right side b (Rows, Columns) of many products, laid out once for the tiles of this machine instead of in each of them: a copy of
/// all its numbers, the columns filled up to whole tiles. Read-only, for any number of threads.
/// </summary>
public sealed unsafe class PackedMatrix
{
    readonly AlignedBuffer _numbers;
    readonly int _tileColumns;
    readonly int _depthStep;

    PackedMatrix(Matrix b, int tileColumns, int depthStep)
    {
        (Rows, Columns, _tileColumns, _depthStep) = (b.Rows, b.Columns, tileColumns, depthStep);
        _numbers = AlignedBuffer.Of(checked(PaddedColumns * b.Rows));
        using var pin = b.Data.Pin();
        var source = new Operand((float*)pin.Pointer, b.ColumnStride, b.RowStride);
        for (var k = 0; k < Rows; k += depthStep)
            Panels.Pack(new(source.At(0, k), source.RowStride, source.ColumnStride), Columns, Math.Min(depthStep, Rows - k), tileColumns, At(k, 0));
    }

    /// <summary>The depth of a product.</summary>
    public int Rows { get; }

    /// <summary>The columns of a product.</summary>
    public int Columns { get; }

    int PaddedColumns => checked(Columns + _tileColumns - 1) / _tileColumns * _tileColumns;

    /// <summary>Copies b, transposed or with gaps as it may be.</summary>
    public static PackedMatrix Of(Matrix b)
    {
        if (Vector512Tile.IsSupported) return Of<Vector512Tile>(b);
        if (Vector256Tile.IsSupported) return Of<Vector256Tile>(b);
        if (Vector128Tile.IsSupported) return Of<Vector128Tile>(b);
        return Of<ScalarTile>(b);
    }

    internal static PackedMatrix Of<TKernel>(Matrix b)
        where TKernel : struct, ITileKernel => new(b, TKernel.Columns, PanelProduct<TKernel>.DepthStep(b.Rows));

    /// <summary>The panel that begins in row <paramref name="k"/>, the first of a block of depth, and at a column where a tile begins.</summary>
    internal float* At(int k, int column) => _numbers.Start + (nint)PaddedColumns * k + (nint)column * Math.Min(_depthStep, Rows - k);
}
