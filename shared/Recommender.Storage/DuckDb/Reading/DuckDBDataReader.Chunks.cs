using System.Runtime.CompilerServices;

namespace DuckDB.NET.Data;

// The current chunk, column by column.
public sealed partial class DuckDBDataReader
{
    /// <summary>Rows in the current chunk.</summary>
    public int ChunkRows => _peeked ? 0 : _chunkRows;

    /// <summary>
    /// The chunk's cells of a number, date or time column, over DuckDB's own memory: valid until the next chunk. What is in a null
    /// cell is undefined. Dates are days and times microseconds since 1970; a decimal is its scaled integer (see <see cref="Scale"/>).
    /// </summary>
    public unsafe ReadOnlySpan<T> Column<T>(int ordinal) where T : unmanaged
    {
        var column = Chunked(ordinal);
        if (column.StoredType != typeof(T)) throw ReadErrors.Stored(column, typeof(T));

        return new(column.Data, _chunkRows);
    }

    /// <summary>Whether the chunk has any null in the column; without one <see cref="IsNull"/> need not be asked.</summary>
    public bool HasNulls(int ordinal) => Chunked(ordinal).HasNulls;

    /// <summary>Whether a cell of the chunk is null.</summary>
    public bool IsNull(int ordinal, int row) => Chunked(ordinal, row).IsNull(row);

    /// <summary>The bytes of a text or blob cell of the chunk, valid until the next chunk; empty where it is null.</summary>
    public ReadOnlySpan<byte> Utf8(int ordinal, int row)
    {
        var column = Chunked(ordinal, row);
        if (column.Type.Id is not (Native.DuckDBType.Varchar or Native.DuckDBType.Blob)) throw ReadErrors.NotA(column, "text");

        return column.IsNull(row) ? default : column.Bytes(row);
    }

    /// <summary>Digits after the point of a decimal column.</summary>
    public int Scale(int ordinal) => _columns[ordinal].Type.Scale;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    ColumnVector Chunked(int ordinal, int row = 0)
    {
        if (_peeked || (uint)row >= (uint)_chunkRows) ThrowNotInChunk(row);
        return _columns[ordinal];
    }

    void ThrowNotInChunk(int row)
    {
        ThrowIfClosed();
        throw _peeked || _chunkRows == 0
            ? new InvalidOperationException("There is no current chunk: call ReadChunk and go on only while it returns true.")
            : new ArgumentOutOfRangeException(nameof(row), row, $"The chunk has {_chunkRows} rows.");
    }
}
