using System.Buffers;
using System.IO.Pipelines;
using Google.Protobuf;
using Recommender.Worker.Grpc.V1;
using Recommender.Worker.Grpc.Wire;
using Xunit;

namespace Recommender.Tests.Worker.Grpc.Wire;

public sealed class MessageReaderTests
{
    static readonly RecommendRequest Request = new() { UserId = "Zoë", N = 7, Items = { "a", "b" }, Explain = true };

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    public async Task Messages_are_read_wherever_their_bytes_are_cut(string? encoding)
    {
        var bytes = Framed(encoding is not null).Concat(Framed(false)).ToArray();
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var pipe = new Pipe();
            var reading = ReadAllAsync(new(pipe.Reader, encoding, new()));
            await WriteAsync(pipe, bytes[..cut]);
            await WriteAsync(pipe, bytes[cut..]);
            await pipe.Writer.CompleteAsync();

            Assert.Equal([Request, Request], await reading);
        }
    }

    [Fact]
    public async Task A_message_that_comes_byte_by_byte_is_read()
    {
        var (pipe, bytes) = (new Pipe(new(minimumSegmentSize: 1)), Framed(false));
        var reading = new MessageReader(pipe.Reader, null, new()).ReadOnlyAsync<RecommendRequest>(() => default);

        foreach (var piece in bytes) await WriteAsync(pipe, [piece]);
        Assert.False(reading.IsCompleted);
        await pipe.Writer.CompleteAsync();

        Assert.Equal(Request, await reading);
    }

    public static TheoryData<string, byte[], string?, int> Broken => new()
    {
        { "nothing at all", [], null, (int)StatusCode.InvalidArgument },
        { "a part of a prefix", [0, 0, 0], null, (int)StatusCode.InvalidArgument },
        { "a part of a message", Framed(false)[..^1], null, (int)StatusCode.InvalidArgument },
        { "two messages", [.. Framed(false), .. Framed(false)], null, (int)StatusCode.InvalidArgument },
        { "no protobuf", [0, 0, 0, 0, 2, 255, 255], null, (int)StatusCode.InvalidArgument },
        { "compressed by nothing", Framed(true), null, (int)StatusCode.Internal },
        { "compressed by nothing, said so", Framed(true), "identity", (int)StatusCode.Internal },
        { "compressed by what is not known", Framed(true), "br", (int)StatusCode.Unimplemented },
        { "gzip that is none", [1, 0, 0, 0, 2, 31, 139], "gzip", (int)StatusCode.InvalidArgument },
        { "gzip of nothing", [1, 0, 0, 0, 0], "gzip", (int)StatusCode.InvalidArgument },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task What_is_no_message_is_refused_with_its_status(string what, byte[] bytes, string? encoding, int status)
    {
        var pipe = new Pipe();
        await WriteAsync(pipe, bytes);
        await pipe.Writer.CompleteAsync();

        var refused = await Assert.ThrowsAsync<CallException>(() => new MessageReader(pipe.Reader, encoding, new()).ReadOnlyAsync<RecommendRequest>(() => default).AsTask());

        Assert.True((int)refused.Status == status, $"{what}: {refused.Status} {refused.Message}");
    }

    [Fact]
    public async Task A_second_message_and_one_that_is_too_long_are_refused_while_the_client_still_sends()
    {
        foreach (var bytes in (byte[][])[[.. Framed(false), 0], [0, 0, 16, 0, 0]])
        {
            var pipe = new Pipe();
            await WriteAsync(pipe, bytes);

            await Assert.ThrowsAsync<CallException>(() => new MessageReader(pipe.Reader, null, new() { LongestRequest = 1000 }).ReadOnlyAsync<RecommendRequest>(() => default).AsTask());
        }
    }

    static async Task<List<RecommendRequest>> ReadAllAsync(MessageReader reader)
    {
        var all = new List<RecommendRequest>();
        while (await reader.ReadAsync<RecommendRequest>(() => default) is { } message) all.Add(message);
        return all;
    }

    static byte[] Framed(bool packs)
    {
        var payload = Request.ToByteArray();
        if (packs)
        {
            using var packed = new MemoryStream();
            Gzip.Pack(payload, packed);
            payload = packed.ToArray();
        }
        var frame = new ArrayBufferWriter<byte>();
        Frame.WritePrefix(frame, packs, payload.Length);
        frame.Write(payload);
        return frame.WrittenSpan.ToArray();
    }

    static async Task WriteAsync(Pipe pipe, byte[] bytes) => await pipe.Writer.WriteAsync(bytes, TestContext.Current.CancellationToken);
}
