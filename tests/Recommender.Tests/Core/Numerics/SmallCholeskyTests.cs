using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Numerics;

public sealed class SmallCholeskyTests
{
    public static TheoryData<int> Sizes => [1, 2, 3, 8, 15, 16, 17, 31, 32, 33, 48, 64, 65, 100, 128, 200, 256];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_answer_leaves_no_residual_and_only_the_lower_triangle_counts(int d)
    {
        var (a, b) = (Definition.PositiveDefinite(d, 1), Definition.Normal(d, 1, 2));
        var (lower, x) = (Definition.Copy(a), Definition.Copy(b));
        for (var i = 0; i < d; i++) lower.Row(i)[(i + 1)..].Fill(float.NaN);

        Assert.True(SmallCholesky.TrySolve(lower.Data.Span, d, x.Data.Span));

        Assert.InRange(Definition.Distance(Definition.Product(a, x, b, default), b), 0, 5e-5);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void One_factor_solves_for_many_right_hand_sides(int d)
    {
        var a = Definition.PositiveDefinite(d, 1);
        var factor = Definition.Copy(a);
        Assert.True(SmallCholesky.TryFactor(factor.Data.Span, d));

        for (var side = 0UL; side < 3; side++)
        {
            var b = Definition.Normal(d, 1, side);
            var x = Definition.Copy(b);
            SmallCholesky.Solve(factor.Data.Span, d, x.Data.Span);
            Assert.InRange(Definition.Distance(Definition.Product(a, x, b, default), b), 0, 5e-5);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_transposed_factor_times_the_factor_is_the_matrix_in_every_instruction_set(int d) =>
        OuterPaths.ForEach(path =>
        {
            var a = Definition.PositiveDefinite(d, 1);
            var factor = a.Data.ToArray();

            Assert.True(path.TryFactor(factor, d));

            for (var i = 0; i < d; i++)
            {
                for (var j = 0; j <= i; j++)
                {
                    Assert.Equal(a[i, j], Enumerable.Range(i, d - i).Sum(k => (double)factor[k * d + i] * factor[k * d + j]), 2e-5);
                }
            }
        });

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Beside_the_factor_the_right_hand_side_is_solved_for_the_transposed_one_in_every_instruction_set(int d) =>
        OuterPaths.ForEach(path =>
        {
            var b = Definition.Normal(d, 1, 2).Data.ToArray();
            var (factor, z) = (Definition.PositiveDefinite(d, 1).Data.ToArray(), b.ToArray());

            Assert.True(path.TryFactor(factor, d, z));

            for (var i = 0; i < d; i++) Assert.Equal(b[i], Enumerable.Range(i, d - i).Sum(k => (double)factor[k * d + i] * z[k]), 2e-5);
        });

    [Theory]
    [InlineData(1, 0, 0f)]
    [InlineData(10, 9, -1f)]
    [InlineData(64, 20, 0f)]
    [InlineData(64, 63, float.NaN)]
    [InlineData(33, 32, float.PositiveInfinity)]
    public void A_matrix_that_is_not_positive_definite_is_refused(int d, int place, float pivot)
    {
        var a = Definition.PositiveDefinite(d, 1);
        a[place, place] = pivot;

        Assert.False(SmallCholesky.TrySolve(a.Data.Span, d, new float[d]));
    }

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SmallCholesky.TryFactor(new float[5], 2));
        Assert.Throws<ArgumentException>(() => SmallCholesky.Solve(new float[4], 2, new float[3]));
    }
}
