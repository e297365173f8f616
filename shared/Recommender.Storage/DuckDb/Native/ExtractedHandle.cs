namespace DuckDB.NET.Native;

/// <summary>The statements found in one command text.</summary>
sealed class ExtractedHandle(nint native, ConnectionHandle connection) : DuckDBHandle(native, connection)
{
    protected override void Destroy() => NativeMethods.DestroyExtracted(ref handle);
}
