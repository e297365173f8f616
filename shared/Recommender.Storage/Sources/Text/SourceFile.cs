using Recommender.Core;

namespace Recommender.Storage.Sources.Text;

/// <summary>A file of a shop, opened for reading from its start, unpacked if it is gzip.</summary>
sealed class SourceFile : IDisposable
{
    readonly FileStream _file;

    SourceFile(FileStream file, Stream content, bool isGzip)
    {
        _file = file;
        Content = content;
        IsGzip = isGzip;
    }

    public Stream Content { get; }

    public bool IsGzip { get; }

    public long BytesRead => _file.Position;

    public long TotalBytes => _file.Length;

    public static SourceFile Open(string path, CsvOptions options)
    {
        var file = OpenFile(path);
        Span<byte> magic = stackalloc byte[2];
        var isGzip = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic.SequenceEqual<byte>([0x1F, 0x8B]);
        file.Position = 0;
        return new(file, isGzip ? new GzipContent(file, options) : file, isGzip);
    }

    public void Dispose()
    {
        Content.Dispose();
        _file.Dispose();
    }

    /// <summary>Opens the file for reading from its start; what stands against it is an error for its user.</summary>
    public static FileStream OpenFile(string path)
    {
        if (Directory.Exists(path)) throw new UserErrorException($"'{path}' is a folder, not a file: name one of the files in it");
        try
        {
            return new(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UserErrorException($"'{path}' does not exist: check the name, relative to {Environment.CurrentDirectory}", e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new UserErrorException($"'{path}' cannot be read ({e.Message.TrimEnd('.')}): allow reading it, or name another file", e);
        }
    }
}
