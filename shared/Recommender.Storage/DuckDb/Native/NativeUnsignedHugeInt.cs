using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>An unsigned 128-bit integer as the C interface passes it by value.</summary>
[StructLayout(LayoutKind.Sequential)]
readonly struct NativeUnsignedHugeInt(UInt128 value)
{
    readonly ulong _lower = (ulong)value;
    readonly ulong _upper = (ulong)(value >> 64);
}
