using System.Diagnostics;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Evaluation.Intervals;

public sealed class BootstrapTests
{
    [Fact]
    public void An_interval_holds_the_truth_about_as_often_as_it_says()
    {
        const int Worlds = 400;
        var held = 0;
        for (var world = 0; world < Worlds; world++)
        {
            var random = new RandomStream(99, (ulong)world);
            var values = new float[120];
            foreach (ref var value in values.AsSpan()) value = random.NextFloat() < 0.3f ? random.NextFloat() : 0;   // mean 0.15, skewed as recall is
            var measured = Interval.Around([new(values)], new() { Resamples = 400, Seed = world }, Token)[0];
            if (measured.Low <= 0.15 && measured.High >= 0.15) held++;
        }

        Assert.InRange(held / (double)Worlds, 0.91, 0.98);
    }

    [Fact]
    public void An_interval_is_that_of_the_normal_law_where_many_are_asked()
    {
        var values = Values(4000, 3);
        var mean = values.Average();
        var error = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)) / values.Length);

        var measured = Interval.Around([new(values)], new() { Resamples = 4000 }, Token)[0];

        Assert.Equal(mean, measured.Value, 1e-6);
        Assert.Equal(mean - 1.96 * error, measured.Low!.Value, 0.1 * error);
        Assert.Equal(mean + 1.96 * error, measured.High!.Value, 0.1 * error);
    }

    [Fact]
    public void The_draws_are_those_of_the_seed_on_any_number_of_threads()
    {
        PersonValues[] metrics = [new(Values(300, 1)), new(Values(300, 2))];

        var one = Draw(threads: 1, seed: 4);

        Assert.Equal(one, Draw(threads: 5, seed: 4));
        Assert.NotEqual(one, Draw(threads: 1, seed: 5));

        double[][] Draw(int threads, int seed) => Bootstrap.Draw(metrics, new() { Resamples = 100, Threads = threads, Seed = seed }, Token);
    }

    [Fact]
    public void Persons_of_whom_a_metric_says_nothing_do_not_count()
    {
        var values = new PersonValues([1, float.NaN, 3]);

        Assert.Equal(2, values.Mean());
        Assert.All(Bootstrap.Draw([values], new() { Resamples = 200 }, Token)[0], draw => Assert.True(double.IsNaN(draw) || draw is >= 1 and <= 3));
    }

    [Fact]
    public void A_root_mean_square_is_taken_over_all_ratings_of_each_draw()
    {
        var values = new PersonValues([4, 1], [1, 3], isRoot: true);

        Assert.Equal(Math.Sqrt(7.0 / 4), values.Mean(), 1e-12);
        Assert.Equal(2, values[0]);
        Assert.All(Bootstrap.Draw([values], new() { Resamples = 50 }, Token)[0], draw => Assert.True(double.IsNaN(draw) || draw is >= 1 and <= 2));
    }

    [Fact]
    public void Persons_are_drawn_once_on_average_and_as_often_as_chance_wants()
    {
        var counts = new float[400_000];
        PoissonCounts.Fill(counts, new(5));

        Assert.Equal(1, counts.Average(), 0.01);
        Assert.Equal(1, counts.Average(count => (count - 1) * (count - 1)), 0.02);
        Assert.Equal(Math.Exp(-1), counts.Count(count => count == 0) / 400_000.0, 0.003);
        Assert.Equal(Math.Exp(-1) / 2, counts.Count(count => count == 2) / 400_000.0, 0.003);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(256)]
    [InlineData(999)]
    public void Fewer_persons_are_drawn_like_the_first_of_many(int persons)
    {
        var (many, few) = (new float[1000], new float[persons]);
        PoissonCounts.Fill(many, new(5));
        PoissonCounts.Fill(few, new(5));

        Assert.Equal(many[..persons], few);
    }

    [Fact]
    public void Estimates_are_those_of_the_same_draws_for_every_metric()
    {
        float[] values = [.. Enumerable.Range(0, 2500).Select(person => person % 7 == 0 ? float.NaN : person % 5)];
        var twice = Array.ConvertAll(values, value => 2 * value + 1);

        var draws = Bootstrap.Draw([new(values), new(Values(2500, 1)), new(twice)], new() { Resamples = 130 }, Token);

        for (var draw = 0; draw < 130; draw++) Assert.Equal(2 * draws[0][draw] + 1, draws[2][draw], 1e-5);
        Assert.True(draws[0].Distinct().Count() > 100);
    }

    [Fact]
    public void Nobody_and_persons_alike_have_an_interval_of_their_own()
    {
        Assert.Equal(new Measurement(0.5, 0.5, 0.5), Interval.Around([new([0.5f, 0.5f])], new(), Token)[0]);
        Assert.True(double.IsNaN(Interval.Around([new([])], new(), Token)[0].Value));
    }

    [Fact]
    public void Twenty_metrics_of_two_thousand_persons_take_well_under_a_second()
    {
        PersonValues[] metrics = [.. Enumerable.Range(0, 20).Select(seed => new PersonValues(Values(2000, seed)))];
        var started = Stopwatch.GetTimestamp();

        _ = Interval.Around(metrics, new() { Resamples = 1000 }, Token);

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Cancelling_ends_it() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Interval.Around([new(Values(10, 1))], new(), new(canceled: true)));

    static CancellationToken Token => TestContext.Current.CancellationToken;

    static float[] Values(int count, int seed)
    {
        var random = new RandomStream((ulong)seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextFloat())];
    }
}
