namespace DuckDB.NET.Native;

/// <summary>A single value, to be bound to a parameter.</summary>
sealed class ValueHandle(nint native) : DuckDBHandle(native)
{
    protected override void Destroy() => NativeMethods.DestroyValue(ref handle);
}
