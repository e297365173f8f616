namespace DuckDB.NET.Native;

/// <summary>The settings a database is opened with.</summary>
sealed class ConfigHandle(nint native) : DuckDBHandle(native)
{
    protected override void Destroy() => NativeMethods.DestroyConfig(ref handle);
}
