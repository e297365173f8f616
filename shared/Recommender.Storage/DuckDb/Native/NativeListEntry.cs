using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>Where a list's elements lie in the list column's child vector.</summary>
[StructLayout(LayoutKind.Sequential)]
readonly record struct NativeListEntry(ulong Offset, ulong Length);
