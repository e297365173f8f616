using System.Text;

namespace Recommender.Core.Store;

/// <summary>An append-only file of lines. A line counts once it is whole on disk; a torn last line never counted.</summary>
public static class DurableLines
{
    const byte NewLine = (byte)'\n';

    /// <summary>Adds one line and returns when it is on disk; a line that does not fit on the disk leaves no part behind.</summary>
    public static void Append(string path, string line)
    {
        if (line.Contains('\n')) throw new ArgumentException("A line holds no line break.", nameof(line));

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        WriteFailure.Explain(folder, () =>
        {
            var isNew = !File.Exists(path);
            using (var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 1))
                AppendWhole(stream, Encoding.UTF8.GetBytes(line + "\n"));
            if (isNew) FolderFlush.Flush(folder);
        });
    }

    /// <summary>The whole lines, oldest first; none when the file does not exist.</summary>
    public static IEnumerable<string> Read(string path) => Encoding.UTF8.GetString(Whole(path)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The bytes of the whole lines: later ones only ever come behind them. None when the file does not exist.</summary>
    public static ReadOnlySpan<byte> Whole(string path)
    {
        if (!File.Exists(path)) return [];

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes.AsSpan(0, bytes.AsSpan(0, length).LastIndexOf(NewLine) + 1);
    }

    static void AppendWhole(FileStream stream, byte[] line)
    {
        var end = EndOfLastLine(stream);
        stream.SetLength(end);
        stream.Position = end;
        try
        {
            stream.Write(line);
            stream.Flush(flushToDisk: true);
        }
        catch
        {
            stream.SetLength(end);
            throw;
        }
    }

    // Walks back over what a writer that died left without a line break.
    static long EndOfLastLine(FileStream stream)
    {
        for (var end = stream.Length; end > 0; end--)
        {
            stream.Position = end - 1;
            if (stream.ReadByte() == NewLine) return end;
        }
        return 0;
    }
}
