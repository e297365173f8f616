using Recommender.Worker.Telemetry.Prometheus;
using Xunit;

namespace Recommender.Tests.Worker.Telemetry.Prometheus;

public sealed class SeriesTests
{
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(1.0, 0)]
    [InlineData(1.1, 1)]
    [InlineData(2.0, 1)]
    [InlineData(2.1, 2)]
    public void A_bucket_holds_what_is_up_to_its_bound(double value, int bucket)
    {
        var series = new HistogramSeries("", null, [1, 2]);

        series.Record(value);

        Assert.Equal(1, series.Counts()[bucket]);
        Assert.Equal(1, series.Counts().Sum());
    }

    [Fact]
    public void What_is_no_number_is_not_counted()
    {
        var (histogram, sum) = (new HistogramSeries("", null, [1, 2]), new SumSeries("", null));

        foreach (var value in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity])
        {
            histogram.Record(value);
            sum.Record(value);
        }

        Assert.Equal((0, 0, 0), (histogram.Counts().Sum(), histogram.Sum, sum.Value));
    }

    [Fact]
    public void Nothing_is_lost_between_threads()
    {
        var (histogram, whole, parts) = (new HistogramSeries("", null, [1, 2]), new SumSeries("", null), new SumSeries("", null));

        Parallel.For(0, 100_000, at =>
        {
            histogram.Record(at % 4 * 0.75);
            whole.Record(1);
            parts.Record(0.5);
        });

        Assert.Equal([50_000, 25_000, 25_000], histogram.Counts());
        Assert.Equal((112_500, 100_000, 50_000), (histogram.Sum, whole.Value, parts.Value));
    }
}
