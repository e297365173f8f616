namespace DuckDB.NET.Native;

/// <summary>Up to a vector's size of rows, column by column.</summary>
sealed class ChunkHandle(nint native, DuckDBHandle owner) : DuckDBHandle(native, owner)
{
    public int RowCount => checked((int)NativeMethods.DataChunkGetSize(this));

    public nint Vector(int column) => NativeMethods.DataChunkGetVector(this, (ulong)column);

    protected override void Destroy() => NativeMethods.DestroyDataChunk(ref handle);
}
