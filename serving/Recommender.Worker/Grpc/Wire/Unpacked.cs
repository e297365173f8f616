using System.Buffers;

namespace Recommender.Worker.Grpc.Wire;

/// <summary>A message while it is unpacked, in a rented buffer that grows with it.</summary>
sealed class Unpacked : IDisposable
{
    const int First = 4096;

    byte[] _buffer = ArrayPool<byte>.Shared.Rent(First);

    public int Length { get; private set; }

    public ReadOnlySequence<byte> Bytes => new(_buffer, 0, Length);

    /// <summary>Room for more, never empty.</summary>
    public Span<byte> Free()
    {
        if (Length == _buffer.Length) Grow();
        return _buffer.AsSpan(Length);
    }

    /// <summary>Takes what was written into the room.</summary>
    public void Add(int count) => Length += count;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * _buffer.Length);
        _buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
