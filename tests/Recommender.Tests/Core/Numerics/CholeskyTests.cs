using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Numerics;

public sealed class CholeskyTests
{
    public static TheoryData<int> Sizes => [1, 2, 17, 63, 64, 65, 128, 130, 200, 321];

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Factor_times_its_transpose_is_the_matrix_and_the_upper_triangle_stays(int n)
    {
        var a = Definition.PositiveDefinite(n, 1);
        var factor = Definition.Copy(a);

        Assert.True(Cholesky.TryFactor(factor, ct: Cancellation));

        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                if (j > i) Assert.Equal(a[i, j], factor[i, j]);
                else Assert.Equal(a[i, j], Enumerable.Range(0, j + 1).Sum(k => (double)factor[i, k] * factor[j, k]), 1e-5);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Solve_leaves_no_residual(int n)
    {
        var (a, b) = (Definition.PositiveDefinite(n, 1), Definition.Normal(n, 5, 2));
        var (factor, x) = (Definition.Copy(a), Definition.Copy(b));

        Assert.True(Cholesky.TryFactor(factor, ct: Cancellation));
        Cholesky.Solve(factor, x, ct: Cancellation);

        Assert.InRange(Definition.Distance(Definition.Product(a, x, b, default), b), 0, 5e-5);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_inverse_times_the_matrix_is_the_unit(int n)
    {
        var (a, unit) = (Definition.PositiveDefinite(n, 1), Matrix.Zero(n, n));
        for (var i = 0; i < n; i++) unit[i, i] = 1;
        var inverse = Definition.Copy(a);

        Assert.True(Cholesky.TryFactor(inverse, ct: Cancellation));
        Cholesky.Invert(inverse, ct: Cancellation);

        Assert.InRange(Definition.Distance(Definition.Product(a, inverse, unit, default), unit), 0, 5e-5);
        Assert.Equal(inverse.Data.ToArray(), Definition.Copy(inverse.Transposed).Data.ToArray());
    }

    [Fact]
    public void Strided_and_transposed_matrices_are_factored_alike()
    {
        var a = Definition.PositiveDefinite(150, 1);
        var (plain, spaced, turned) = (Definition.Copy(a), Definition.Spaced(a, 2, 3), Definition.Copy(a).Transposed);

        Assert.True(Cholesky.TryFactor(plain, ct: Cancellation));
        Assert.True(Cholesky.TryFactor(spaced, ct: Cancellation));
        Assert.True(Cholesky.TryFactor(turned, ct: Cancellation));

        for (var i = 0; i < 150; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                Assert.Equal(plain[i, j], spaced[i, j], 1e-5);
                Assert.Equal(plain[i, j], turned[i, j], 1e-5);
            }
        }
    }

    [Theory]
    [InlineData(10, 3, -1f)]
    [InlineData(200, 150, 0f)]
    [InlineData(200, 199, float.NaN)]
    [InlineData(200, 0, float.PositiveInfinity)]
    public void A_matrix_that_is_not_positive_definite_is_refused(int n, int place, float pivot)
    {
        var a = Definition.PositiveDefinite(n, 1);
        a[place, place] = pivot;

        Assert.False(Cholesky.TryFactor(a, ct: Cancellation));
    }

    [Fact]
    public void The_number_of_threads_does_not_change_a_bit()
    {
        var results = new int[] { 1, 2, 5 }.Select(threads =>
        {
            var a = Definition.PositiveDefinite(400, 1);
            Assert.True(Cholesky.TryFactor(a, threads, Cancellation));
            Cholesky.Invert(a, threads, Cancellation);
            return a.Data.ToArray();
        }).ToArray();

        Assert.All(results, result => Assert.Equal(results[0], result));
    }

    [Fact]
    public void A_cancelled_factorisation_stops() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Cholesky.TryFactor(Definition.PositiveDefinite(100, 1), ct: new(canceled: true)));
}
