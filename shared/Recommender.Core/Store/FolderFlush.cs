using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Recommender.Core.Store;

/// <summary>Makes the names in a folder durable: after a power cut a renamed file is found under its new name.</summary>
static partial class FolderFlush
{
    const int ReadOnly = 0;
    const int InvalidArgument = 22;   // EINVAL: the file system cannot flush folders and keeps names in order by itself

    /// <summary>Does nothing on Windows, whose file systems journal names and offer no such call.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;

        var descriptor = Open(folder, ReadOnly);
        if (descriptor < 0) throw Failure("open", folder);
        try
        {
            if (Sync(descriptor) != 0 && Marshal.GetLastPInvokeError() != InvalidArgument) throw Failure("flush", folder);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    static IOException Failure(string verb, string folder)
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException($"Could not {verb} the folder {folder}: {new Win32Exception(error).Message}", error);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
