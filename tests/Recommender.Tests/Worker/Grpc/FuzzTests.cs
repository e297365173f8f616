using System.Buffers.Binary;
using Google.Protobuf;
using Recommender.Worker.Grpc.V1;
using Recommender.Worker.Grpc.Wire;
using Xunit;

namespace Recommender.Tests.Worker.Grpc;

/// <summary>Bytes that no client would send.</summary>
public sealed class FuzzTests(GrpcHost host) : IClassFixture<GrpcHost>, IDisposable
{
    const int AtOnce = 16;

    static readonly string[] Methods = ["Recommend", "Similar", "BoughtTogether", "CrossSell", "Score", "ScoreStream", "RecordEvents"];
    static readonly string?[] Encodings = [null, "identity", "gzip", "br"];

    readonly RawClient _client = new(host.Port);

    public void Dispose() => _client.Dispose();

    [Fact]
    public Task Every_frame_gets_a_status_and_none_breaks_the_worker() => FuzzAsync(3_000);

    [Fact]
    [Trait("Kind", "Soak")]
    public Task The_same_a_hundred_thousand_times() => FuzzAsync(100_000);

    async Task FuzzAsync(int rounds)
    {
        var random = new Random(17);
        for (var round = 0; round < rounds; round += AtOnce)
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Bombard(random)).ToArray());

        Assert.Equal(StatusCode.Ok, (await _client.CallAsync("Recommend", new RecommendRequest())).Status);
    }

    Task Bombard(Random random)
    {
        var (method, encoding) = (Methods[random.Next(Methods.Length)], Encodings[random.Next(Encodings.Length)]);
        return BombardAsync(method, encoding, Body(random));
    }

    async Task BombardAsync(string method, string? encoding, byte[] body)
    {
        var answer = await _client.SendAsync(encoding is null ? _client.Request(method, body) : _client.Request(method, body, ("grpc-encoding", encoding)));

        // The one failure that gRPC calls internal although it is the client's: compressed, by nothing.
        var isSilent = answer.Status is not StatusCode.Internal || encoding is null or "identity" && answer.Message!.Contains("grpc-encoding");
        Assert.True(isSilent, $"{method} with {encoding}: {answer.Status} {answer.Message} for {Convert.ToHexString(body)}");
    }

    static byte[] Body(Random random) => random.Next(5) switch
    {
        0 => Bytes(random, random.Next(40)),
        1 => Frame(random, 0, Bytes(random, random.Next(300)), lies: false),
        2 => Frame(random, 1, Bytes(random, random.Next(300)), lies: false),
        3 => Frame(random, (byte)random.Next(3), Mutated(random), lies: true),
        _ => Frame(random, 1, Cut(random, Packed(Mutated(random))), lies: false),
    };

    static byte[] Frame(Random random, byte flag, byte[] payload, bool lies)
    {
        byte[] frame = [flag, 0, 0, 0, 0, .. payload];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), lies ? payload.Length + random.Next(-3, 4) : payload.Length);
        return frame;
    }

    static byte[] Mutated(Random random)
    {
        var bytes = new RecommendRequest { UserId = "someone", N = 5, Items = { "a", "b", "c" }, Filter = "price < 5", Explain = true, Model = "m" }.ToByteArray();
        for (var change = random.Next(4); change > 0; change--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    static byte[] Packed(byte[] plain)
    {
        using var packed = new MemoryStream();
        Gzip.Pack(plain, packed);
        return packed.ToArray();
    }

    static byte[] Cut(Random random, byte[] bytes) => random.Next(2) == 0 ? bytes : bytes[..random.Next(bytes.Length)];

    static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
