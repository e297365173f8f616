using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A decimal as the C interface passes it by value: digits, digits after the point, and the scaled integer.</summary>
[StructLayout(LayoutKind.Sequential)]
readonly struct NativeDecimal(byte width, byte scale, Int128 scaled)
{
    readonly byte _width = width;
    readonly byte _scale = scale;
    readonly NativeHugeInt _scaled = new(scaled);
}
