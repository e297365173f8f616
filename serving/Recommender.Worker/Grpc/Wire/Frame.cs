using System.Buffers;
using System.Buffers.Binary;

namespace Recommender.Worker.Grpc.Wire;

/// <summary>
/// A message as it goes over the wire: one byte that says whether it is compressed, four that say how long it is (the highest first),
/// and that many bytes.
/// </summary>
readonly record struct Frame(bool IsCompressed, ReadOnlySequence<byte> Payload)
{
    /// <summary>What stands before the payload.</summary>
    public const int PrefixLength = 5;

    /// <summary>Takes the first whole frame off <paramref name="bytes"/>; false when more bytes must come first.</summary>
    /// <exception cref="CallException">It is no frame, or longer than <paramref name="longest"/>: no more bytes can cure it.</exception>
    public static bool TryTake(ref ReadOnlySequence<byte> bytes, int longest, out Frame frame)
    {
        frame = default;
        if (bytes.IsEmpty) return false;

        Span<byte> copy = stackalloc byte[PrefixLength];
        var prefix = PrefixOf(bytes, copy);
        var isCompressed = FlagOf(prefix[0]);
        if (prefix.Length < PrefixLength) return false;

        var length = BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]);
        if (length > (uint)longest) throw TooLong(length, longest);
        if (bytes.Length - PrefixLength < length) return false;

        frame = new(isCompressed, bytes.Slice(PrefixLength, length));
        bytes = bytes.Slice(frame.Payload.End);
        return true;
    }

    /// <summary>Writes what stands before a payload.</summary>
    public static void WritePrefix(IBufferWriter<byte> output, bool isCompressed, int length)
    {
        var prefix = output.GetSpan(PrefixLength);
        prefix[0] = isCompressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32BigEndian(prefix[1..], length);
        output.Advance(PrefixLength);
    }

    /// <summary>What is said of a message that is too long, as it came or unpacked.</summary>
    public static CallException TooLong(long length, int longest) => new(StatusCode.ResourceExhausted,
        $"A message of {length} bytes is longer than the {longest} that are taken. Send less at once, or split it over several calls.");

    static bool FlagOf(byte flag) => flag <= 1 ? flag == 1
        : throw new CallException(StatusCode.InvalidArgument, $"A message begins with the byte {flag}: 0 is plain and 1 is compressed. What was sent is no gRPC message.");

    // As much of the prefix as is there; copied only where it lies in several segments.
    static ReadOnlySpan<byte> PrefixOf(ReadOnlySequence<byte> bytes, Span<byte> copy)
    {
        if (bytes.FirstSpan.Length >= PrefixLength) return bytes.FirstSpan[..PrefixLength];

        copy = copy[..(int)Math.Min(PrefixLength, bytes.Length)];
        bytes.Slice(0, copy.Length).CopyTo(copy);
        return copy;
    }
}
