using System.Buffers;
using Recommender.Worker.Grpc.Wire;
using Xunit;

namespace Recommender.Tests.Worker.Grpc.Wire;

public sealed class FrameTests
{
    const int Longest = 100;

    static readonly byte[] Whole = [1, 0, 0, 0, 3, 7, 8, 9];

    [Fact]
    public void A_frame_is_found_wherever_its_bytes_are_cut()
    {
        for (var first = 0; first <= Whole.Length; first++)
        {
            for (var second = first; second <= Whole.Length; second++)
            {
                var bytes = Pieces.Of([.. Whole, 0, 0], first, second);

                Assert.True(Frame.TryTake(ref bytes, Longest, out var frame));

                Assert.True(frame.IsCompressed);
                Assert.Equal([7, 8, 9], frame.Payload.ToArray());
                Assert.Equal([0, 0], bytes.ToArray());
            }
        }
    }

    [Fact]
    public void A_part_of_a_frame_waits_for_the_rest()
    {
        for (var length = 0; length < Whole.Length; length++)
        {
            var bytes = new ReadOnlySequence<byte>(Whole, 0, length);

            Assert.False(Frame.TryTake(ref bytes, Longest, out _));

            Assert.Equal(length, bytes.Length);
        }
    }

    [Fact]
    public void An_empty_message_is_a_message()
    {
        var bytes = new ReadOnlySequence<byte>([0, 0, 0, 0, 0]);

        Assert.True(Frame.TryTake(ref bytes, Longest, out var frame));

        Assert.Equal((false, 0), (frame.IsCompressed, frame.Payload.Length));
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 0, 0, 101 }, "101 bytes")]
    [InlineData(new byte[] { 0, 255, 255, 255, 255 }, "4294967295 bytes")]
    public void A_frame_that_is_too_long_is_refused_before_its_bytes_are_there(byte[] prefix, string words)
    {
        var refused = Assert.Throws<CallException>(() => Take(prefix));

        Assert.Equal(StatusCode.ResourceExhausted, refused.Status);
        Assert.Contains(words, refused.Message);
    }

    [Fact]
    public void What_begins_with_neither_0_nor_1_is_no_message() =>
        Assert.Equal(StatusCode.InvalidArgument, Assert.Throws<CallException>(() => Take([2])).Status);

    [Fact]
    public void What_is_written_is_read_again()
    {
        var written = new ArrayBufferWriter<byte>();

        Frame.WritePrefix(written, isCompressed: true, 3);

        Assert.Equal(Whole[..5], written.WrittenSpan.ToArray());
    }

    static void Take(byte[] bytes)
    {
        var sequence = new ReadOnlySequence<byte>(bytes);
        Frame.TryTake(ref sequence, Longest, out _);
    }
}
