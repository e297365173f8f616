using System.Buffers;
using System.Text.Unicode;
using Recommender.Core;

namespace Recommender.Storage.Sources.Text;

/// <summary>
/// Cuts UTF-8 text into records and fields. A record that the buffer does not hold whole is moved to its front, more text is read behind it
/// and it is cut again from its start: a record is met twice at most, and no state lives across reads.
/// </summary>
sealed class CsvTokenizer(Stream text, CsvSyntax syntax) : IDisposable
{
    readonly byte _delimiter = (byte)syntax.Delimiter;
    readonly byte _quote = (byte)syntax.Quote;
    readonly SearchValues<byte> _breaks = SearchValues.Create([(byte)syntax.Delimiter, (byte)'\r', (byte)'\n']);
    byte[] _buffer = new byte[syntax.BufferBytes];
    int _filled;
    bool _ended;   // nothing follows what the buffer holds

    int _start;    // of the current record
    int _next;     // start of the one after it
    long _lines;   // that the current record takes

    // Field i is the bytes [start, end); a start below zero is the complement of one in _unescaped.
    int[] _starts = new int[64];
    int[] _ends = new int[64];
    bool _hasEscapes;
    byte[] _unescaped = [];

    public int FieldCount { get; private set; }

    public long Line { get; private set; } = 1;

    public RecordFault? Fault { get; private set; }

    /// <summary>The current record's own bytes, without its line break.</summary>
    public ReadOnlySpan<byte> Raw => _buffer.AsSpan(_start, _next - _start).TrimEnd("\r\n"u8);

    public ReadOnlySpan<byte> Field(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)FieldCount, nameof(index));
        var start = _starts[index];
        return start >= 0 ? _buffer.AsSpan(start, _ends[index] - start) : _unescaped.AsSpan(~start, _ends[index] - ~start);
    }

    public bool Read()
    {
        while (true)
        {
            Line += _lines;
            _lines = 0;
            _start = _next;
            while (_start == _filled ? !_ended : !TryCut()) Fill();
            if (_start == _filled) return false;

            if (_next - _start > syntax.MaxRecordBytes) throw TooLong();
            if (IsBlank()) continue;

            if (_hasEscapes) Unescape();
            if (syntax.ChecksRecords) Check();
            return true;
        }
    }

    public void Dispose() => text.Dispose();

    /// <summary>Cuts the record at the start; false when the buffer ends before the record does.</summary>
    bool TryCut()
    {
        var span = _buffer.AsSpan(0, _filled);
        var at = _start;
        (FieldCount, _lines, _hasEscapes, Fault) = (0, 1, false, null);
        while (true)
        {
            if (at < span.Length && span[at] == _quote)
            {
                var closing = Closing(span, at + 1);
                if (closing < 0) return _ended && CutFirstLine(span.Length, CsvFaults.OpenQuote(FieldCount + 1));

                AddQuoted(at + 1, closing);
                at = closing + 1;
                while (at < span.Length && span[at] == ' ' && _delimiter != ' ') at++;
                if (at < span.Length && !_breaks.Contains(span[at])) return CutFirstLine(at, CsvFaults.TextAfterQuote(FieldCount));
            }
            else
            {
                var length = span[at..].IndexOfAny(_breaks);
                if (length < 0) length = span.Length - at;
                Add(at, at + length);
                at += length;
            }

            if (at == span.Length)
            {
                _next = at;
                return _ended;
            }
            if (span[at] == _delimiter) at++;
            else return TryEndLine(span, at);
        }
    }

    /// <summary>Ends the record behind the line break at <paramref name="at"/>.</summary>
    bool TryEndLine(ReadOnlySpan<byte> span, int at)
    {
        if (span[at] == '\r')
        {
            if (at + 1 == span.Length && !_ended) return false;
            if (at + 1 < span.Length && span[at + 1] == '\n') at++;
        }
        _next = at + 1;
        return true;
    }

    /// <summary>
    /// Where quotes went wrong, the line on which the record starts is given up alone, so that the lines behind it are not lost with it:
    /// but only while the text up to <paramref name="seen"/> could be one record.
    /// </summary>
    bool CutFirstLine(int seen, RecordFault fault)
    {
        if (seen - _start > syntax.MaxRecordBytes) throw TooLong();
        (FieldCount, _lines, _hasEscapes, Fault) = (0, 1, false, fault);
        var span = _buffer.AsSpan(0, _filled);
        var length = span[_start..].IndexOfAny((byte)'\r', (byte)'\n');
        if (length >= 0) return TryEndLine(span, _start + length);
        _next = _filled;
        return _ended;
    }

    /// <summary>Index of the closing quote of a field whose text starts at <paramref name="at"/>; -1 when the buffer does not tell.</summary>
    int Closing(ReadOnlySpan<byte> span, int at)
    {
        while (true)
        {
            var length = span[at..].IndexOf(_quote);
            if (length < 0) return -1;
            at += length;
            if (at + 1 == span.Length) return _ended ? at : -1;
            if (span[at + 1] != _quote) return at;
            _hasEscapes = true;
            at += 2;
        }
    }

    void AddQuoted(int start, int end)
    {
        Add(start, end);
        var content = _buffer.AsSpan(start, end - start);
        if (content.IndexOfAny((byte)'\r', (byte)'\n') < 0) return;
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '\n' || (content[i] == '\r' && (i + 1 == content.Length || content[i + 1] != '\n'))) _lines++;
        }
    }

    void Add(int start, int end)
    {
        if (FieldCount == _starts.Length)
        {
            Array.Resize(ref _starts, FieldCount * 2);
            Array.Resize(ref _ends, FieldCount * 2);
        }
        (_starts[FieldCount], _ends[FieldCount]) = (start, end);
        FieldCount++;
    }

    /// <summary>Copies the fields that may hold doubled quotes aside, halving these; the record itself stays as the file has it.</summary>
    void Unescape()
    {
        if (_unescaped.Length < _next - _start) _unescaped = new byte[_buffer.Length];
        var written = 0;
        for (var field = 0; field < FieldCount; field++)
        {
            var start = _starts[field];
            if (start == _start || _buffer[start - 1] != _quote) continue;

            _starts[field] = ~written;
            for (var from = start; from < _ends[field]; from++)
            {
                _unescaped[written++] = _buffer[from];
                if (_buffer[from] == _quote) from++;
            }
            _ends[field] = written;
        }
    }

    bool IsBlank() => FieldCount <= 1 && Fault is null && !_buffer.AsSpan(_start, _next - _start).ContainsAnyExcept(" \r\n"u8);

    void Check()
    {
        var record = _buffer.AsSpan(_start, _next - _start);
        if (!Utf8.IsValid(record)) Fault = CsvFaults.Undecodable(record, syntax.EncodingName);
        else if (record.Contains((byte)0)) Fault = CsvFaults.Nul;
    }

    void Fill()
    {
        var kept = _filled - _start;
        if (kept > syntax.MaxRecordBytes) throw TooLong();
        if (kept > 0) _buffer.AsSpan(_start, kept).CopyTo(_buffer);
        if (kept == _buffer.Length) Array.Resize(ref _buffer, kept * 2);

        (_start, _next) = (0, 0);
        _filled = kept + text.ReadAtLeast(_buffer.AsSpan(kept), _buffer.Length - kept, throwOnEndOfStream: false);
        _ended = _filled < _buffer.Length;
    }

    UserErrorException TooLong()
    {
        var limit = ByteCount.Text(syntax.MaxRecordBytes);
        var breaks = _buffer.AsSpan(_start, _filled - _start).ContainsAny((byte)'\r', (byte)'\n');
        return new($"{syntax.FileName}: line {Line} starts a record longer than {limit}: " + (breaks
            ? $"a quote is probably left open there; close it, or name another quote character than {syntax.Quote}"
            : "it has no line break, so this is probably no table; export it as CSV with one record a line"));
    }
}
