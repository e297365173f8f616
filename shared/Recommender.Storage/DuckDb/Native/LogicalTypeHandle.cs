namespace DuckDB.NET.Native;

/// <summary>A column's type with its details.</summary>
sealed class LogicalTypeHandle(nint native) : DuckDBHandle(native)
{
    protected override void Destroy() => NativeMethods.DestroyLogicalType(ref handle);
}
