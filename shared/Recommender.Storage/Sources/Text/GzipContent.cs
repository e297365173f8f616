using System.IO.Compression;
using Recommender.Core;

namespace Recommender.Storage.Sources.Text;

/// <summary>What a gzip file holds. Damage, an early end and absurd expansion are errors that name the file.</summary>
sealed class GzipContent(FileStream file, CsvOptions options) : ForwardStream
{
    readonly GZipStream _unpacked = new(new GzipSeal(file), CompressionMode.Decompress);
    readonly byte[] _window = new byte[64 << 10];
    int _at;
    int _filled;   // the last bytes stay back, since they may be the seal
    long _made;

    int Ready => Math.Max(0, _filled - _at - GzipSeal.Text.Length);

    public override int Read(Span<byte> buffer)
    {
        while (Ready == 0)
        {
            if (!Advance()) return 0;
        }
        var count = Math.Min(buffer.Length, Ready);
        _window.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _unpacked.Dispose();
        base.Dispose(disposing);
    }

    bool Advance()
    {
        _window.AsSpan(_at, _filled - _at).CopyTo(_window);
        (_at, _filled) = (0, _filled - _at);
        var count = Unpack(_window.AsSpan(_filled));
        _made += count;
        _filled += count;
        if (_made > options.FreeExpansionBytes && _made / options.MaxExpansion > file.Position) throw Bomb();
        if (count > 0) return true;
        if (!_window.AsSpan(0, _filled).SequenceEqual(GzipSeal.Text)) throw Damaged("it is cut off, or other bytes follow it");
        return false;
    }

    int Unpack(Span<byte> buffer)
    {
        try
        {
            return _unpacked.Read(buffer);
        }
        catch (InvalidDataException e)
        {
            throw Damaged(e.Message.TrimEnd('.'), e);
        }
    }

    UserErrorException Damaged(string how, Exception? cause = null) =>
        new($"'{file.Name}' is a damaged gzip file ({how}): copy or export it again", cause);

    UserErrorException Bomb() => new(
        $"'{file.Name}' unpacks to more than {options.MaxExpansion} times its size ({ByteCount.Text(_made)} so far), as a zip bomb does: "
        + "unpack it yourself if it is meant so, and name the unpacked file");
}
