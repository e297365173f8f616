using System.Buffers.Binary;
using Recommender.Core;

namespace Recommender.Storage.Postgres;

/// <summary>
/// Rows of <c>COPY ... TO STDOUT (FORMAT BINARY)</c> as bytes: "PGCOPY\n\xFF\r\n\0", int32 flags, int32 length of an extension, then per row
/// int16 fields and per field int32 length (-1: NULL) with its bytes, big-endian; -1 fields end it.
/// </summary>
sealed class CopyFrames(Stream stream, CancellationToken cancellationToken)
{
    // A longer value is no shop's name or number, and would have to stand in memory whole.
    const int LongestField = 64 << 20;
    static ReadOnlySpan<byte> Signature => [(byte)'P', (byte)'G', (byte)'C', (byte)'O', (byte)'P', (byte)'Y', (byte)'\n', 0xFF, (byte)'\r', (byte)'\n', 0];

    byte[] _buffer = new byte[256 << 10];
    int _start, _end;
    bool _begun;

    public long BytesRead { get; private set; }

    /// <summary>Fields of the next row, or -1 at the end.</summary>
    public int NextRow()
    {
        if (!_begun) ReadHeader();
        return BinaryPrimitives.ReadInt16BigEndian(Take(sizeof(short)));
    }

    /// <summary>False when the field is NULL.</summary>
    public bool NextField(out ReadOnlySpan<byte> value)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));
        if (length > LongestField)
            throw new UserErrorException(
                $"A value of {length >> 20} MB is over the limit of {LongestField >> 20} MB; read a query that leaves that column out.");

        value = length > 0 ? Take(length) : default;
        return length >= 0;
    }

    void ReadHeader()
    {
        _begun = true;
        if (!Take(Signature.Length).SequenceEqual(Signature)) throw new InvalidDataException("The server's COPY stream does not begin as PostgreSQL's binary format.");
        Take(sizeof(int));
        Take(BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int))));
    }

    // Valid until the next call.
    ReadOnlySpan<byte> Take(int count)
    {
        if (_end - _start < count) Fill(count);
        var taken = _buffer.AsSpan(_start, count);
        _start += count;
        return taken;
    }

    void Fill(int count)
    {
        var kept = _buffer.AsSpan(_start, _end - _start);
        if (count > _buffer.Length)
        {
            var larger = new byte[count];
            kept.CopyTo(larger);
            _buffer = larger;
        }
        else
        {
            kept.CopyTo(_buffer);
        }
        (_start, _end) = (0, kept.Length);

        while (_end < count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = stream.Read(_buffer, _end, _buffer.Length - _end);
            if (read == 0) throw new EndOfStreamException("The server closed the connection in the middle of the rows.");
            _end += read;
            BytesRead += read;
        }
    }
}
