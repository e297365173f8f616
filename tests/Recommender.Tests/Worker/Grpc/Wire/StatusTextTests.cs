using Recommender.Worker.Grpc.Wire;
using Xunit;

namespace Recommender.Tests.Worker.Grpc.Wire;

public sealed class StatusTextTests
{
    [Theory]
    [InlineData("plain ASCII ~!", "plain ASCII ~!")]
    [InlineData("80% of", "80%25 of")]
    [InlineData("two\r\nlines", "two%0D%0Alines")]
    [InlineData("añade €", "a%C3%B1ade %E2%82%AC")]
    [InlineData("🛒", "%F0%9F%9B%92")]
    public void Everything_but_plain_text_is_written_by_its_bytes(string message, string header)
    {
        Assert.Equal(header, StatusText.Encode(message));
        Assert.Equal(message, Uri.UnescapeDataString(header));
    }
}
