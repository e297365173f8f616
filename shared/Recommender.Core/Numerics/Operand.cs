namespace Recommender.Core.Numerics;

/// <summary>A pinned matrix: element (i, j) stands at Start + i RowStride + j ColumnStride.</summary>
readonly unsafe struct Operand(float* start, nint rowStride, nint columnStride)
{
    public readonly float* Start = start;
    public readonly nint RowStride = rowStride;
    public readonly nint ColumnStride = columnStride;

    public Operand Transposed => new(Start, ColumnStride, RowStride);

    public float* At(nint row, nint column) => Start + row * RowStride + column * ColumnStride;
}
