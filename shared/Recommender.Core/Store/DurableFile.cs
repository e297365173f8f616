using System.Text;

namespace Recommender.Core.Store;

/// <summary>Writes a file whole or not at all: a hidden name beside it, flushed to disk, then renamed in one step.</summary>
public static class DurableFile
{
    /// <summary>Replaces <paramref name="path"/> by <paramref name="text"/> in UTF-8.</summary>
    public static void Write(string path, string text) => Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Replaces <paramref name="path"/> by what <paramref name="content"/> writes; <paramref name="mode"/> is the file's mode on Unix.</summary>
    public static void Write(string path, Action<Stream> content, UnixFileMode? mode = null)
    {
        var folder = FolderOf(path);
        WriteFailure.Explain(folder, () => Replace(path, folder, content, mode));
    }

    /// <summary>Flushes a file that others wrote, so that it outlives a power cut.</summary>
    public static void Flush(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    static void Replace(string path, string folder, Action<Stream> content, UnixFileMode? mode)
    {
        Directory.CreateDirectory(folder);
        var hidden = StagingName.Next(folder);
        try
        {
            using (var stream = new FileStream(hidden, Options(mode)))
            {
                content(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(hidden, path, overwrite: true);
        }
        catch
        {
            File.Delete(hidden);
            throw;
        }
        FolderFlush.Flush(folder);
    }

    static FileStreamOptions Options(UnixFileMode? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = mode;
        return options;
    }

    static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;
}
