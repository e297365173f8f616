using System.Buffers;
using Google.Protobuf;
using Recommender.Worker.Grpc.Wire;
using Xunit;

namespace Recommender.Tests.Worker.Grpc;

/// <summary>What came back on the wire.</summary>
sealed record RawAnswer(HttpResponseMessage Response, byte[] Body)
{
    /// <summary>The status, from the trailers or from the headers of an answer without any.</summary>
    public StatusCode Status => (StatusCode)int.Parse(Field("grpc-status") ?? throw new InvalidOperationException("There is no status."));

    public string? Message => Field("grpc-message") is { } text ? Uri.UnescapeDataString(text) : null;

    /// <summary>Whether the status stands in the headers: there is nothing else.</summary>
    public bool IsTrailersOnly => Response.Headers.Contains("grpc-status");

    public string? Field(string name) =>
        Response.TrailingHeaders.TryGetValues(name, out var trailers) ? trailers.Single()
        : Response.Headers.TryGetValues(name, out var headers) ? headers.Single() : null;

    /// <summary>The messages of an answer that went well.</summary>
    public List<T> Messages<T>() where T : IMessage<T>, new()
    {
        Assert.True(Status == StatusCode.Ok, $"{Status}: {Message}");
        var (all, rest) = (new List<T>(), new ReadOnlySequence<byte>(Body));
        while (Frame.TryTake(ref rest, int.MaxValue, out var frame))
        {
            using var unpacked = frame.IsCompressed ? Gzip.Unpack(frame.Payload, 1 << 20) : null;
            var message = new T();
            message.MergeFrom(unpacked?.Bytes ?? frame.Payload);
            all.Add(message);
        }
        Assert.True(rest.IsEmpty);
        return all;
    }
}
