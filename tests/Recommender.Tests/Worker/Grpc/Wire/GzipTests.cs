using System.Buffers;
using Recommender.Worker.Grpc.Wire;
using Xunit;

namespace Recommender.Tests.Worker.Grpc.Wire;

public sealed class GzipTests
{
    const int Longest = 50_000;

    [Fact]
    public void What_is_packed_is_unpacked_however_it_was_cut()
    {
        var plain = new byte[9000];
        new Random(3).NextBytes(plain.AsSpan(0, 4000));
        var packed = Packed(plain);

        for (var cut = 0; cut <= packed.Length; cut += 97)
        {
            using var unpacked = Gzip.Unpack(Pieces.Of(packed, cut), Longest);

            Assert.Equal(plain, unpacked.Bytes.ToArray());
        }
    }

    [Fact]
    public void A_bomb_is_stopped_at_the_limit()
    {
        var bomb = Packed(new byte[50_000_000]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var refused = Assert.Throws<CallException>(() => Gzip.Unpack(new(bomb), Longest));

        Assert.Equal(StatusCode.ResourceExhausted, refused.Status);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void Several_streams_in_one_message_count_together()
    {
        var half = Packed(new byte[Longest / 2 + 1]);

        Assert.Throws<CallException>(() => Gzip.Unpack(new([.. half, .. half]), Longest));
    }

    [Fact]
    public void What_is_cut_off_or_changed_is_refused()
    {
        var plain = new byte[300];
        new Random(5).NextBytes(plain);
        var packed = Packed(plain);

        for (var length = 0; length < packed.Length; length++) AssertBroken(packed[..length]);
        for (var at = 0; at < packed.Length; at++)
        {
            // The time, the flags of the packer and its system stand in bytes 4 to 9: they say nothing about the content.
            if (at is < 4 or > 9) AssertBroken([.. packed[..at], (byte)(packed[at] ^ 0x55), .. packed[(at + 1)..]]);
        }
    }

    static void AssertBroken(byte[] bytes) => Assert.Equal(StatusCode.InvalidArgument, Assert.Throws<CallException>(() => Gzip.Unpack(new(bytes), Longest)).Status);

    static byte[] Packed(byte[] plain)
    {
        using var packed = new MemoryStream();
        Gzip.Pack(plain, packed);
        return packed.ToArray();
    }
}
