namespace Recommender.Storage.Sources.Text;

/// <summary>A stream of bytes read as UTF-8: heirs turn one chunk after the other.</summary>
abstract class TranscodingStream(Stream source, int bufferBytes, int maxGrowth) : ForwardStream
{
    readonly byte[] _input = new byte[bufferBytes];
    readonly byte[] _output = new byte[bufferBytes * maxGrowth];
    int _pending;   // bytes at the start of the input that wait for their continuation
    int _at;
    int _written;
    bool _ended;

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        while (_at == _written)
        {
            if (_ended) return 0;
            Advance();
        }

        var count = Math.Min(buffer.Length, _written - _at);
        _output.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    /// <summary>Writes what <paramref name="input"/> means; consumes all of it when <paramref name="isLast"/>.</summary>
    protected abstract void Turn(ReadOnlySpan<byte> input, Span<byte> output, bool isLast, out int consumed, out int written);

    protected override void Dispose(bool disposing)
    {
        if (disposing) source.Dispose();
        base.Dispose(disposing);
    }

    void Advance()
    {
        var count = source.Read(_input.AsSpan(_pending));
        _ended = count == 0;
        var available = _pending + count;
        Turn(_input.AsSpan(0, available), _output, _ended, out var consumed, out _written);
        _at = 0;
        _pending = available - consumed;
        _input.AsSpan(consumed, _pending).CopyTo(_input);
    }
}
