using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>Texts that DuckDB hands over as pointers.</summary>
static class NativeText
{
    /// <summary>A text that DuckDB keeps.</summary>
    public static string Borrowed(nint text) => Marshal.PtrToStringUTF8(text) ?? "";

    /// <summary>A text that is ours to free.</summary>
    public static string Owned(nint text)
    {
        var copy = Borrowed(text);
        NativeMethods.Free(text);
        return copy;
    }
}
