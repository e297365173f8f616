using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>DuckDB's INTERVAL: three parts that do not convert into each other.</summary>
[StructLayout(LayoutKind.Sequential)]
readonly record struct NativeInterval(int Months, int Days, long Micros);
