using System.Buffers;
using System.Net.Http.Headers;
using Google.Protobuf;
using Recommender.Worker.Grpc.Wire;
using Xunit;

namespace Recommender.Tests.Worker.Grpc;

/// <summary>Speaks to a server below the level of gRPC: any bytes, any headers.</summary>
sealed class RawClient(int port) : IDisposable
{
    readonly HttpMessageInvoker _http = new(new SocketsHttpHandler());

    public void Dispose() => _http.Dispose();

    /// <summary>Calls a method of the service with one message.</summary>
    public Task<RawAnswer> CallAsync(string method, IMessage message, params (string Name, string Value)[] metadata) =>
        SendAsync(Request(method, Framed(message), metadata));

    public async Task<RawAnswer> SendAsync(HttpRequestMessage request)
    {
        var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return new(response, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Sends, and comes back with the headers.</summary>
    public Task<HttpResponseMessage> BeginAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _http.SendAsync(request, cancellationToken);

    public HttpRequestMessage Request(string method, byte[] body, params (string Name, string Value)[] metadata)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{port}{(method.StartsWith('/') ? method : $"/recommender.v1.Recommender/{method}")}")
        {
            Version = new(2, 0),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.TE.Add(new("trailers"));
        request.Headers.TryAddWithoutValidation("authorization", GrpcHost.Token);
        foreach (var (name, value) in metadata)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }
        return request;
    }

    public static byte[] Framed(IMessage message)
    {
        var frame = new ArrayBufferWriter<byte>();
        Frame.WritePrefix(frame, isCompressed: false, message.CalculateSize());
        message.WriteTo(frame);
        return frame.WrittenSpan.ToArray();
    }
}
