using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>duckdb_string_t: the 16 bytes that stand for a text or blob in a vector.</summary>
[StructLayout(LayoutKind.Explicit, Size = Size)]
unsafe struct NativeBlob
{
    public const int Size = 16;
    public const int InlineLength = 12;

    [FieldOffset(0)] uint _length;
    [FieldOffset(4)] fixed byte _inlined[InlineLength];
    [FieldOffset(8)] readonly byte* _pointer;

    /// <summary>The bytes, valid as long as the chunk that <paramref name="cell"/> points into.</summary>
    public static ReadOnlySpan<byte> Bytes(NativeBlob* cell) =>
        new(cell->_length <= InlineLength ? cell->_inlined : cell->_pointer, (int)cell->_length);

    /// <summary>Writes up to <see cref="InlineLength"/> bytes; the rest of the cell must be zero because DuckDB compares it whole.</summary>
    public static void WriteInline(NativeBlob* cell, ReadOnlySpan<byte> bytes)
    {
        *cell = default;
        cell->_length = (uint)bytes.Length;
        bytes.CopyTo(new Span<byte>(cell->_inlined, InlineLength));
    }
}
