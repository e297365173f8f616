namespace DuckDB.NET.Native;

/// <summary>A statement that is bound and planned, and not yet run.</summary>
sealed class PendingHandle(nint native, PreparedHandle prepared) : DuckDBHandle(native, prepared)
{
    protected override void Destroy() => NativeMethods.DestroyPending(ref handle);
}
