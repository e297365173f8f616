using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A running or finished statement's result; chunks are fetched from it one by one.</summary>
sealed unsafe class ResultHandle : DuckDBHandle
{
    public ResultHandle(ConnectionHandle connection) : base((nint)NativeMemory.AllocZeroed((nuint)sizeof(NativeResult)), connection)
    {
    }

    /// <summary>The next chunk, or null at the end and after an error.</summary>
    public ChunkHandle? Fetch()
    {
        var added = false;
        DangerousAddRef(ref added);   // the result is passed by value: the marshaller cannot hold the handle for us
        try
        {
            var chunk = NativeMethods.FetchChunk(*(NativeResult*)handle);
            return chunk == 0 ? null : new(chunk, this);
        }
        finally
        {
            DangerousRelease();
        }
    }

    public DuckDBResultType ReturnType
    {
        get
        {
            var added = false;
            DangerousAddRef(ref added);
            try
            {
                return NativeMethods.ResultReturnType(*(NativeResult*)handle);
            }
            finally
            {
                DangerousRelease();
            }
        }
    }

    protected override void Destroy()
    {
        NativeMethods.DestroyResult(handle);
        NativeMemory.Free((void*)handle);
    }
}
