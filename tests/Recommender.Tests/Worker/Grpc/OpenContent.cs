using System.Net;
using Xunit;

namespace Recommender.Tests.Worker.Grpc;

/// <summary>A request that has sent its begin and never ends by itself.</summary>
sealed class OpenContent(byte[] begin) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(begin);
        await stream.FlushAsync();
        await Task.Delay(-1, TestContext.Current.CancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
