namespace DuckDB.NET.Native;

/// <summary>One prepared statement.</summary>
sealed class PreparedHandle(nint native, ConnectionHandle connection) : DuckDBHandle(native, connection)
{
    protected override void Destroy() => NativeMethods.DestroyPrepare(ref handle);
}
