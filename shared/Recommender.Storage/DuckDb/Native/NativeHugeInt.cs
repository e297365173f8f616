using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A 128-bit integer as the C interface passes it by value: two halves, not the platform's own 128-bit integer.</summary>
[StructLayout(LayoutKind.Sequential)]
readonly struct NativeHugeInt(Int128 value)
{
    readonly ulong _lower = (ulong)value;
    readonly long _upper = (long)(value >> 64);
}
