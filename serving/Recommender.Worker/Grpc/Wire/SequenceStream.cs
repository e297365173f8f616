using System.Buffers;

namespace Recommender.Worker.Grpc.Wire;

/// <summary>Reads a sequence of bytes from its begin to its end.</summary>
sealed class SequenceStream(ReadOnlySequence<byte> rest) : Stream
{
    ReadOnlySequence<byte> _rest = rest;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var taken = _rest.Slice(0, Math.Min(buffer.Length, _rest.Length));
        taken.CopyTo(buffer);
        _rest = _rest.Slice(taken.End);
        return (int)taken.Length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
