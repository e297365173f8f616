using Recommender.Storage.Sources.Text;

namespace Recommender.Storage.Datasets;

/// <summary>The lines of a text file as bytes, one at a time out of one buffer; what gzip compressed is unpacked on the way.</summary>
sealed class TextLines : IDisposable
{
    const int FirstBuffer = 1 << 16;

    static ReadOnlySpan<byte> ByteOrderMark => [0xef, 0xbb, 0xbf];

    readonly SourceFile _file;
    readonly CancellationToken _cancellation;
    byte[] _buffer = new byte[FirstBuffer];
    int _start;
    int _end;
    int _lineStart;
    int _lineLength;
    bool _isAtEnd;

    public TextLines(string path, CancellationToken cancellationToken) =>
        (_file, _cancellation) = (SourceFile.Open(path, new()), cancellationToken);

    /// <summary>The number of the line read last; the first is 1.</summary>
    public long Number { get; private set; }

    public void Dispose() => _file.Dispose();

    /// <summary>The line read last, without its end; it may be changed where it stands.</summary>
    public Span<byte> Line => _buffer.AsSpan(_lineStart, _lineLength);

    public bool Next()
    {
        var searched = 0;
        int length;
        while ((length = _buffer.AsSpan((_start + searched).._end).IndexOf((byte)'\n')) < 0 && !_isAtEnd)
        {
            searched = _end - _start;
            Fill();
        }
        if (length < 0 && _start == _end) return false;

        var end = length < 0 ? _end : _start + searched + length;
        Take(_start, end);
        _start = length < 0 ? _end : end + 1;
        return true;
    }

    void Take(int start, int end)
    {
        if (++Number == 1 && _buffer.AsSpan(start..end).StartsWith(ByteOrderMark)) start += ByteOrderMark.Length;
        if (end > start && _buffer[end - 1] == '\r') end--;
        (_lineStart, _lineLength) = (start, end - start);
    }

    void Fill()
    {
        _cancellation.ThrowIfCancellationRequested();
        _buffer.AsSpan(_start.._end).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length) Array.Resize(ref _buffer, 2 * _end);
        var read = _file.Content.Read(_buffer.AsSpan(_end));
        _end += read;
        _isAtEnd = read == 0;
    }
}
