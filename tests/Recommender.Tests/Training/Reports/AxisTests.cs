using Recommender.Training.Views.Reports.Plots;
using Xunit;

namespace Recommender.Tests.Training.Reports;

public sealed class AxisTests
{
    [Theory]
    [InlineData(0.1234, 0.1301)]
    [InlineData(5, 5)]
    [InlineData(0, 0)]
    [InlineData(-3, 1200)]
    [InlineData(1e-9, 1e9)]
    public void Ticks_are_a_few_round_values_inside(double low, double high)
    {
        foreach (var axis in new[] { Axis.Around([low, high], 0, 300), Axis.OfOption([low, high], 0, 300) })
        {
            var ticks = axis.Ticks();

            Assert.InRange(ticks.Count, 1, 8);
            Assert.All(ticks, tick => Assert.InRange(axis.At(tick), -0.01, 300.01));
            Assert.InRange(axis.At(low), 0, 300);
            Assert.InRange(axis.At(high), axis.At(low), 300);
        }
    }

    [Fact]
    public void Ends_far_apart_are_placed_by_orders_of_magnitude()
    {
        var axis = Axis.OfOption([1, 10, 100], 0, 300);

        Assert.Equal(axis.At(10) - axis.At(1), axis.At(100) - axis.At(10), 6);
    }
}
