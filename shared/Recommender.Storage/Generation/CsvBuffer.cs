using System.Buffers;
using System.Buffers.Text;
using System.IO.Compression;
using System.Text;

namespace Recommender.Storage.Generation;

/// <summary>Grows a block of CSV text as UTF-8 and is used again for the next block.</summary>
sealed class CsvBuffer
{
    static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    byte[] _bytes = new byte[1 << 16];
    int _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Clear() => _length = 0;

    /// <summary>The same buffer, emptied.</summary>
    public CsvBuffer Fresh()
    {
        Clear();
        return this;
    }

    public CsvBuffer Raw(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Room(text.Length));
        _length += text.Length;
        return this;
    }

    public CsvBuffer Number(long value)
    {
        Utf8Formatter.TryFormat(value, Room(20), out var written);
        _length += written;
        return this;
    }

    /// <summary>An amount of cents with its two decimals.</summary>
    public CsvBuffer Money(long cents)
    {
        if (cents < 0) Raw("-"u8);
        var (units, rest) = Math.DivRem(Math.Abs(cents), 100);
        return Number(units).Raw("."u8).TwoDigits((int)rest);
    }

    public CsvBuffer TwoDigits(int value)
    {
        var room = Room(2);
        (room[0], room[1]) = ((byte)('0' + value / 10), (byte)('0' + value % 10));
        _length += 2;
        return this;
    }

    /// <summary>A cell in quotes where the text needs them.</summary>
    public CsvBuffer Cell(string? text)
    {
        if (text is null) return this;

        var cell = text.AsSpan().ContainsAny(NeedQuotes) ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
        _length += Encoding.UTF8.GetBytes(cell, Room(Encoding.UTF8.GetMaxByteCount(cell.Length)));
        return this;
    }

    public CsvBuffer Comma() => Raw(","u8);

    public CsvBuffer EndLine() => Raw("\n"u8);

    /// <summary>A whole line of cells.</summary>
    public CsvBuffer Line(params ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) Comma();
            Cell(cells[i]);
        }
        return EndLine();
    }

    /// <summary>Turns the text into one gzip member; members one after the other are one valid gzip file.</summary>
    public void Compress()
    {
        if (_length == 0) return;

        using var compressed = new MemoryStream(_length / 2);
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Written);
        Fresh().Raw(compressed.GetBuffer().AsSpan(0, (int)compressed.Length));
    }

    Span<byte> Room(int count)
    {
        if (_bytes.Length - _length < count) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));

        return _bytes.AsSpan(_length);
    }
}
