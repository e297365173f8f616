using System.Buffers;
using System.Globalization;
using System.Text;
using Recommender.Core.Datasets;

namespace Recommender.Storage.Tables;

/// <summary>
/// Rows as CSV: commas, UTF-8, quotes where they are needed, a point in numbers, nothing where a value is missing. Names of a list are
/// parted by |; a backslash stands before each | and each backslash of a name.
/// </summary>
sealed class CsvRows : IRowWriter
{
    const int Block = 1 << 16;

    static readonly SearchValues<byte> Special = SearchValues.Create(",\"\r\n"u8);
    static readonly SearchValues<byte> Escaped = SearchValues.Create("|\\"u8);

    readonly Stream _stream;
    readonly ArrayBufferWriter<byte> _line = new(Block);
    readonly ArrayBufferWriter<byte> _names = new();
    bool _isFirst = true;

    public CsvRows(Stream stream, IReadOnlyList<TableColumn> columns)
    {
        _stream = stream;
        foreach (var column in columns) Text(Encoding.UTF8.GetBytes(column.Name));
        EndRow();
    }

    public void Text(ReadOnlySpan<byte> utf8)
    {
        Part();
        if (!utf8.ContainsAny(Special))
        {
            _line.Write(utf8);
            return;
        }

        _line.Write("\""u8);
        for (int quote; (quote = utf8.IndexOf((byte)'"')) >= 0; utf8 = utf8[(quote + 1)..])
        {
            _line.Write(utf8[..quote]);
            _line.Write("\"\""u8);
        }
        _line.Write(utf8);
        _line.Write("\""u8);
    }

    public void Names(Vocabulary names, ReadOnlySpan<int> entries)
    {
        _names.ResetWrittenCount();
        for (var at = 0; at < entries.Length; at++)
        {
            if (at > 0) _names.Write("|"u8);
            Name(names.Utf8(entries[at]));
        }
        Text(_names.WrittenSpan);
    }

    public void Whole(long value) => Formatted(value);

    public void Number(double value)
    {
        if (double.IsFinite(value)) Formatted(value);
        else Missing();
    }

    public void Missing() => Part();

    public void EndRow()
    {
        _line.Write("\n"u8);
        _isFirst = true;
        if (_line.WrittenCount >= Block) Flush();
    }

    /// <summary>Hands what is written to the stream.</summary>
    public void Flush()
    {
        _stream.Write(_line.WrittenSpan);
        _line.ResetWrittenCount();
    }

    void Name(ReadOnlySpan<byte> utf8)
    {
        for (int special; (special = utf8.IndexOfAny(Escaped)) >= 0; utf8 = utf8[(special + 1)..])
        {
            _names.Write(utf8[..special]);
            _names.Write("\\"u8);
            _names.Write(utf8.Slice(special, 1));
        }
        _names.Write(utf8);
    }

    void Part()
    {
        if (!_isFirst) _line.Write(","u8);
        _isFirst = false;
    }

    void Formatted<T>(T value)
        where T : IUtf8SpanFormattable
    {
        Part();
        value.TryFormat(_line.GetSpan(32), out var written, default, CultureInfo.InvariantCulture);
        _line.Advance(written);
    }
}
