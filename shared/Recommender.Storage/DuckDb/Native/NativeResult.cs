using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>The C interface's duckdb_result: 48 bytes, passed by value when a chunk is fetched. Only its size matters here.</summary>
[StructLayout(LayoutKind.Sequential)]
readonly struct NativeResult
{
    readonly ulong _columnCount;
    readonly ulong _rowCount;
    readonly ulong _rowsChanged;
    readonly nint _columns;
    readonly nint _error;
    readonly nint _data;
}
