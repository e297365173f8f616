using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Numerics;

public sealed class SyrkTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 3)]
    [InlineData(300, 33)]
    [InlineData(64, 64)]
    [InlineData(1000, 130)]
    [InlineData(20, 500)]
    public void Gram_is_the_transpose_times_the_matrix_in_both_triangles(int rows, int columns)
    {
        var (a, c) = (Definition.Normal(rows, columns, 1), Definition.PositiveDefinite(columns, 2));
        var expected = Definition.Product(a.Transposed, a, c, new(2, 0.5f));

        Syrk.Gram(a, c, new(2, 0.5f), TestContext.Current.CancellationToken);

        Assert.InRange(Definition.Distance(expected, c), 0, 1e-5 + 2e-6 * rows);
    }

    [Fact]
    public void The_lower_product_touches_nothing_above_the_diagonal() =>
        TilePaths.ForEach(path =>
        {
            var (a, c) = (Definition.Normal(70, 30, 1), Matrix.Zero(70, 70));
            for (var i = 0; i < 70; i++) c.Row(i)[(i + 1)..].Fill(42);
            var expected = Definition.Product(a, a.Transposed, c, default);

            path.Multiply(a, a.Transposed, c, default, lowerOnly: true);

            for (var i = 0; i < 70; i++)
            {
                for (var j = 0; j < 70; j++) Assert.Equal(j > i ? 42 : expected[i, j], c[i, j], 1e-4);
            }
        });

    [Fact]
    public void A_long_sum_keeps_its_digits()
    {
        var a = Matrix.Zero(200_000, 2);
        a.Data.Span.Fill(0.1f);
        var c = Matrix.Zero(2, 2);

        Syrk.Gram(a, c, ct: TestContext.Current.CancellationToken);

        Assert.All(c.Data.ToArray(), sum => Assert.Equal(200_000 * (double)0.1f * 0.1f, sum, 2000 * 2e-5));
    }
}
