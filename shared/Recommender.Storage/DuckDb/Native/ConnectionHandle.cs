namespace DuckDB.NET.Native;

/// <summary>A connection; the database stays open under it.</summary>
sealed class ConnectionHandle(nint native, DatabaseHandle database) : DuckDBHandle(native, database)
{
    protected override void Destroy() => NativeMethods.Disconnect(ref handle);
}
