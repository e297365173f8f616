namespace DuckDB.NET.Native;

/// <summary>An appender to one table.</summary>
sealed class AppenderHandle(nint native, ConnectionHandle connection) : DuckDBHandle(native, connection)
{
    protected override void Destroy() => NativeMethods.AppenderDestroy(ref handle);
}
