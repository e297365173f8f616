using Recommender.Core.Numerics;
using Recommender.Storage.Generation;
using Xunit;

namespace Recommender.Tests.Storage.Generation;

public sealed class PortableMathTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1e-12)]
    [InlineData(0.3)]
    [InlineData(0.70710678)]
    [InlineData(1.41421357)]
    [InlineData(2)]
    [InlineData(123456.789)]
    public void Logarithm_is_that_of_the_library_to_fifteen_digits(double x) =>
        Assert.Equal(Math.Log(x), PortableMath.Log(x), 1e-15 * Math.Max(1, Math.Abs(Math.Log(x))) * 4);

    [Theory]
    [InlineData(10_000, 21)]
    [InlineData(1_000_000, 100)]
    [InlineData(999_999, 99)]
    public void Cube_root_is_rounded_down(long value, int root) => Assert.Equal(root, PortableMath.CubeRoot(value));

    [Fact]
    public void Gamma_intervals_have_mean_one_and_the_variance_of_their_shape()
    {
        var random = new RandomStream(1, 2, 3);
        double[] draws = [.. Enumerable.Range(0, 100_000).Select(_ => random.Gamma(4))];

        Assert.InRange(draws.Average(), 0.99, 1.01);
        Assert.InRange(draws.Average(draw => (draw - 1) * (draw - 1)), 0.24, 0.26);
    }

    [Fact]
    public void An_alias_table_draws_in_proportion_to_the_weights()
    {
        var (table, random, counts) = (new AliasTable([1, 0, 3, 6]), new RandomStream(4, 5, 6), new int[4]);
        for (var i = 0; i < 100_000; i++) counts[table.Pick(random)]++;

        Assert.Equal(0, counts[1]);
        Assert.InRange(counts[0], 9_600, 10_400);
        Assert.InRange(counts[2], 29_300, 30_700);
        Assert.InRange(counts[3], 59_300, 60_700);
    }
}
