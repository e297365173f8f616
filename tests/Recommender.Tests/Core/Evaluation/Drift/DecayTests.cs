using Recommender.Core.Evaluation.Drift;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Evaluation.Metrics;
using Xunit;

namespace Recommender.Tests.Core.Evaluation.Drift;

public sealed class DecayTests
{
    [Fact]
    public void Both_errors_are_carried_over()
    {
        // standard errors 0.01 and 0.02: that of 1 - now/before is sqrt(0.02² + 0.5²·0.01²) / 0.4
        var decay = Decay.Of(Figure(0.4, 0.01), Figure(0.2, 0.02))!.Value;

        var error = Math.Sqrt(0.0004 + 0.25 * 0.0001) / 0.4;
        Assert.Equal(0.5, decay.Value, 1e-9);
        Assert.Equal(0.5 - 1.959964 * error, decay.Low!.Value, 1e-6);
        Assert.Equal(0.5 + 1.959964 * error, decay.High!.Value, 1e-6);
    }

    [Fact]
    public void A_figure_that_rose_has_decayed_by_less_than_nothing() => Assert.Equal(-0.5, Decay.Of(Figure(0.2, 0.01), Figure(0.3, 0.01))!.Value.Value, 1e-9);

    [Fact]
    public void Of_an_error_it_is_the_rise()
    {
        var decay = Decay.Of(Figure(0.8, 0.01), Figure(1.2, 0.01), Sense.Lower)!.Value;

        Assert.Equal(0.5, decay.Value, 1e-9);
        Assert.True(decay.Low < 0.5 && decay.High > 0.5);
    }

    [Fact]
    public void What_was_nothing_cannot_fall() => Assert.Null(Decay.Of(Figure(0, 0), Figure(0.1, 0.01)));

    [Fact]
    public void A_share_counts_lines_and_is_as_unsure_as_its_persons_are_few()
    {
        (int, bool)[] lines = [.. Enumerable.Range(0, 100).Select(line => (line, line % 4 == 0))];
        (int, bool)[] ofFew = [.. Enumerable.Range(0, 100).Select(line => (line / 25, line < 25))];

        var (many, few) = (Share.Of(lines, new(), TestContext.Current.CancellationToken), Share.Of(ofFew, new(), TestContext.Current.CancellationToken));

        Assert.Equal((0.25, 0.25), (many.Value, few.Value));
        Assert.True(few.High - few.Low > 2 * (many.High - many.Low), $"{few} should be less sure than {many}");
    }

    static Measurement Figure(double value, double error) => new(value, value - 1.959964 * error, value + 1.959964 * error);
}
