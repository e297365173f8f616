using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace Recommender.Worker.Grpc.Wire;

/// <summary>Messages packed by gzip.</summary>
static class Gzip
{
    // A header of ten bytes, a block of two, and the sum and length of nothing.
    const int ShortestStream = 20;

    /// <summary>Unpacks a message into a buffer that the caller gives back; no more than <paramref name="longest"/> bytes are ever made of it.</summary>
    /// <exception cref="CallException">It is no gzip, is cut off, or becomes longer than allowed.</exception>
    public static Unpacked Unpack(ReadOnlySequence<byte> packed, int longest)
    {
        var unpacked = new Unpacked();
        try
        {
            using var source = new SequenceStream(packed);
            using var gzip = new GZipStream(source, CompressionMode.Decompress);
            for (int count; (count = gzip.Read(unpacked.Free())) > 0;)
            {
                unpacked.Add(count);
                if (unpacked.Length > longest) throw new CallException(StatusCode.ResourceExhausted, $"A compressed message becomes longer than the {longest} bytes that are taken. Send less at once, or split it over several calls.");
            }
            return LengthSaid(packed) == unpacked.Length ? unpacked : throw Broken(null);
        }
        catch (InvalidDataException broken)
        {
            unpacked.Dispose();
            throw Broken(broken);
        }
        catch (CallException)
        {
            unpacked.Dispose();
            throw;
        }
    }

    /// <summary>Packs a message quickly rather than tightly.</summary>
    public static void Pack(ReadOnlySpan<byte> plain, Stream packed)
    {
        using var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true);
        gzip.Write(plain);
    }

    // The stream of the platform ends without a word where its source is cut off; gzip itself ends with the length of what it holds.
    static int LengthSaid(ReadOnlySequence<byte> packed)
    {
        if (packed.Length < ShortestStream) return -1;

        Span<byte> end = stackalloc byte[sizeof(int)];
        packed.Slice(packed.Length - end.Length).CopyTo(end);
        return BinaryPrimitives.ReadInt32LittleEndian(end);
    }

    static CallException Broken(Exception? why) =>
        new(StatusCode.InvalidArgument, "A message that is marked as compressed is no whole gzip stream. Send it whole, or send it plain.", why);
}
