using Xunit;
using Timeout = Recommender.Worker.Grpc.Wire.Timeout;

namespace Recommender.Tests.Worker.Grpc.Wire;

public sealed class TimeoutTests
{
    [Theory]
    [InlineData("2H", 2 * 3600e7)]
    [InlineData("3M", 3 * 60e7)]
    [InlineData("17S", 17e7)]
    [InlineData("250m", 250e4)]
    [InlineData("5u", 50)]
    [InlineData("100n", 1)]
    [InlineData("101n", 2)]
    [InlineData("0n", 0)]
    [InlineData("99999999H", 99999999 * 3600e7)]
    public void Every_unit_is_understood(string header, double ticks) => Assert.Equal((long)ticks, Timeout.Parse(header)?.Ticks);

    [Theory]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("12")]
    [InlineData("12s")]
    [InlineData("123456789m")]
    [InlineData("-1S")]
    [InlineData("1.5S")]
    [InlineData("١S")]
    public void Nothing_else_is(string header) => Assert.Null(Timeout.Parse(header));
}
