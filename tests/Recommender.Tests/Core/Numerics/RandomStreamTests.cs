using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Numerics;

public sealed class RandomStreamTests
{
    const int Draws = 200_000;

    [Fact]
    public void A_stream_is_the_same_on_every_machine()
    {
        var random = new RandomStream(17, 3);

        Assert.Equal<ulong>([15872811474034375415, 2128105164692323414, 15491654015176164273], [random.Next(), random.Next(), random.Next()]);
        Assert.Equal(-0.06437537199576353, random.Normal(), 1e-14);
    }

    [Fact]
    public void Streams_and_seeds_differ()
    {
        ulong[] firsts = [new RandomStream(1).Next(), new RandomStream(2).Next(), new RandomStream(1, 1).Next(), new RandomStream(1, 0, 1).Next()];

        Assert.Equal(4, firsts.Distinct().Count());
    }

    [Fact]
    public void Uniform_draws_fill_their_interval_evenly()
    {
        var random = new RandomStream(1);
        var counts = new int[10];
        for (var i = 0; i < Draws; i++) counts[(int)(10 * random.NextFloat())]++;

        Assert.All(counts, count => Assert.InRange(count, Draws / 10 - 700, Draws / 10 + 700));
    }

    [Fact]
    public void Whole_numbers_below_seven_are_equally_frequent()
    {
        var random = new RandomStream(2);
        var counts = new int[7];
        for (var i = 0; i < Draws; i++) counts[random.Below(7)]++;

        Assert.All(counts, count => Assert.InRange(count, Draws / 7 - 800, Draws / 7 + 800));
    }

    [Fact]
    public void Normal_draws_have_the_moments_of_the_normal()
    {
        var random = new RandomStream(3);
        double[] draws = [.. Enumerable.Range(0, Draws).Select(_ => random.Normal())];

        Assert.InRange(draws.Average(), -0.01, 0.01);
        Assert.InRange(draws.Average(x => x * x), 0.98, 1.02);
        Assert.InRange(draws.Average(x => x * x * x * x), 2.9, 3.1);
        Assert.InRange(draws.Count(x => Math.Abs(x) < 1) / (double)Draws, 0.677, 0.688);
    }

    [Fact]
    public void Shuffling_reaches_every_order_equally_often()
    {
        var random = new RandomStream(4);
        var counts = new Dictionary<string, int>();
        for (var i = 0; i < 60_000; i++)
        {
            char[] letters = ['a', 'b', 'c'];
            random.Shuffle<char>(letters);
            counts[new(letters)] = counts.GetValueOrDefault(new(letters)) + 1;
        }

        Assert.Equal(6, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 9_500, 10_500));
    }
}
