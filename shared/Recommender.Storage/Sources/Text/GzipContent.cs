using System.IO.Compression;
using Recommender.Core;

namespace Recommender.Storage.Sources.Text;

/// <summary>What a gzip file holds; damage and absurd expansion are errors that name the file.</summary>
sealed class GzipContent(FileStream file, CsvOptions options) : Stream
{
    readonly GZipStream _unpacked = new(file, CompressionMode.Decompress, leaveOpen: true);
    long _made;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var count = _unpacked.Read(buffer);
            _made += count;
            if (_made > options.FreeExpansionBytes && _made / options.MaxExpansion > file.Position) throw Bomb();
            return count;
        }
        catch (InvalidDataException e)
        {
            throw new UserErrorException($"'{file.Name}' is a damaged gzip file ({e.Message.TrimEnd('.')}): copy or export it again", e);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _unpacked.Dispose();
        base.Dispose(disposing);
    }

    UserErrorException Bomb() => new(
        $"'{file.Name}' unpacks to more than {options.MaxExpansion} times its size ({ByteCount.Text(_made)} so far), as a zip bomb does: "
        + "unpack it yourself if it is meant so, and name the unpacked file");
}
