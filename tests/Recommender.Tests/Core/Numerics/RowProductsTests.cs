using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Numerics;

public sealed class RowProductsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(64)]
    [InlineData(130)]
    public void Products_are_those_of_the_definition_and_the_same_alone_as_among_others(int d)
    {
        var random = new RandomStream(11, (ulong)d);
        var rows = Matrix.Zero(13, d);
        foreach (ref var number in rows.Data.Span) number = random.NextFloat() - 0.5f;
        float[] vector = [.. Enumerable.Range(0, d).Select(_ => random.NextFloat() - 0.5f)];

        foreach (var (first, count) in new[] { (0, 13), (1, 9), (3, 4), (12, 1), (5, 0) })
        {
            var products = new float[count];

            RowProducts.Multiply(rows, first, vector, products);

            for (var at = 0; at < count; at++)
            {
                Assert.Equal(vector.Select((number, k) => (double)number * rows[first + at, k]).Sum(), products[at], 1e-5);
                Assert.Equal(products[at], RowProducts.Multiply(rows, first + at, vector));
            }
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var rows = Matrix.Zero(4, 3);

        Assert.Throws<ArgumentException>(() => RowProducts.Multiply(rows, 0, new float[2]));
        Assert.Throws<ArgumentException>(() => RowProducts.Multiply(rows.Transposed, 0, new float[4]));
        Assert.Throws<ArgumentException>(() => RowProducts.Multiply(rows.Block(0, 0, 2, 2), 0, new float[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RowProducts.Multiply(rows, 4, new float[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RowProducts.Multiply(rows, 2, new float[3], new float[3]));
    }
}
