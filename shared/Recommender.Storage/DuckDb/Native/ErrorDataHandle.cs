namespace DuckDB.NET.Native;

/// <summary>An error that DuckDB hands over apart from its place.</summary>
sealed class ErrorDataHandle(nint native) : DuckDBHandle(native)
{
    protected override void Destroy() => NativeMethods.DestroyErrorData(ref handle);
}
