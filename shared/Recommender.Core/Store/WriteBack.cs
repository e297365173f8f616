using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Recommender.Core.Store;

/// <summary>Has the disk begin with what was written while more is written, so that the flush at the end has little left to wait for.</summary>
static partial class WriteBack
{
    const uint Begin = 2;             // SYNC_FILE_RANGE_WRITE: begin and return
    const int Piece = 1 << 20;        // one write of a gigabyte takes two to three times as long as a thousand of these
    const long Stretch = 8 << 20;

    /// <summary>Writes <paramref name="bytes"/> in pieces. Nothing is durable by this: flush the stream afterwards.</summary>
    public static void Write(FileStream stream, ReadOnlySpan<byte> bytes)
    {
        var begun = stream.Position;
        while (!bytes.IsEmpty)
        {
            var piece = bytes[..Math.Min(Piece, bytes.Length)];
            stream.Write(piece);
            bytes = bytes[piece.Length..];
            if (stream.Position - begun < Stretch) continue;

            Hint(stream, begun);
            begun = stream.Position;
        }
    }

    // A hint on Linux only: whether a file system takes it or not, the flush that follows is what counts.
    static void Hint(FileStream stream, long begun)
    {
        if (OperatingSystem.IsLinux()) _ = SyncFileRange(stream.SafeFileHandle, begun, stream.Position - begun, Begin);
    }

    [LibraryImport("libc", EntryPoint = "sync_file_range")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SyncFileRange(SafeFileHandle file, long offset, long bytes, uint flags);
}
