namespace DuckDB.NET.Native;

/// <summary>An open database.</summary>
sealed class DatabaseHandle(nint native) : DuckDBHandle(native)
{
    protected override void Destroy() => NativeMethods.Close(ref handle);
}
