using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Numerics;

public sealed class GemmTests
{
    /// <summary>Around the widths of tiles (4 to 32) and vectors, and beyond a block of depth (256 or 512) and of rows (240).</summary>
    public static TheoryData<int, int, int> Shapes => new()
    {
        { 1, 1, 1 }, { 1, 33, 5 }, { 33, 1, 5 }, { 3, 5, 7 }, { 4, 4, 4 }, { 5, 8, 9 }, { 6, 16, 16 }, { 7, 17, 15 }, { 11, 31, 1 }, { 12, 32, 64 },
        { 13, 33, 65 }, { 24, 64, 256 }, { 25, 65, 257 }, { 100, 100, 100 }, { 250, 70, 600 }, { 500, 37, 30 }, { 9, 2100, 40 },
    };

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_shape_agrees_with_the_definition_in_every_instruction_set(int rows, int columns, int depth) =>
        TilePaths.ForEach(path => Check(path, new(rows, columns, depth, false), new(1.5f, 0), same => same));

    [Theory]
    [InlineData(1f, 1f)]
    [InlineData(-1f, 1f)]
    [InlineData(0.5f, -2f)]
    [InlineData(0f, 3f)]
    [InlineData(0f, 0f)]
    public void Factors_before_product_and_target_are_kept(float alpha, float beta) =>
        TilePaths.ForEach(path => Check(path, new(29, 43, 300, false), new(alpha, beta), same => same));

    [Fact]
    public void Transposes_and_gaps_cost_no_correctness() =>
        TilePaths.ForEach(path =>
        {
            Check(path, new(29, 43, 37, false), new(1, 1), matrix => Definition.Spaced(matrix, 3, 1));
            Check(path, new(29, 43, 37, false), new(1, 1), matrix => Definition.Spaced(matrix, 1, 2));
            Check(path, new(64, 70, 37, false), new(1, 1), matrix => Definition.Copy(matrix.Transposed).Transposed);
        });

    [Fact]
    public void A_target_of_undefined_numbers_is_overwritten_when_beta_is_zero()
    {
        var (a, b, c) = (Definition.Normal(20, 9, 1), Definition.Normal(9, 40, 2), Matrix.Zero(20, 40));
        c.Data.Span.Fill(float.NaN);

        Gemm.Multiply(a, b, c, ct: Cancellation);

        Assert.InRange(Definition.Distance(Definition.Product(a, b, c, default), c), 0, 1e-5);
    }

    [Theory]
    [InlineData(0, 5, 5)]
    [InlineData(5, 0, 5)]
    [InlineData(5, 5, 0)]
    public void Nothing_times_something_is_zero_or_nothing(int rows, int columns, int depth)
    {
        var c = Definition.Normal(rows, columns, 3);

        Gemm.Multiply(Matrix.Zero(rows, depth), Matrix.Zero(depth, columns), c, ct: Cancellation);

        Assert.All(c.Data.ToArray(), number => Assert.Equal(0, number));
    }

    [Fact]
    public void Shapes_that_do_not_meet_are_refused() =>
        Assert.Throws<ArgumentException>(() => Gemm.Multiply(Matrix.Zero(2, 3), Matrix.Zero(4, 5), Matrix.Zero(2, 5), ct: Cancellation));

    [Theory]
    [InlineData(700, 300, 700)]
    [InlineData(40, 3000, 300)]
    [InlineData(60, 60, 40_000)]
    public void The_number_of_threads_does_not_change_a_bit(int rows, int columns, int depth)
    {
        var (a, b) = (Definition.Normal(rows, depth, 4), Definition.Normal(depth, columns, 5));
        var results = new int[] { 1, 2, 3, 7 }.Select(threads =>
        {
            var c = Matrix.Zero(rows, columns);
            Gemm.Multiply(a, b, c, new(1, 0, threads), Cancellation);
            return c.Data.ToArray();
        }).ToArray();

        Assert.All(results, result => Assert.Equal(results[0], result));
    }

    [Fact]
    public void A_cancelled_product_stops()
    {
        var square = Matrix.Zero(300, 300);

        Assert.ThrowsAny<OperationCanceledException>(() => Gemm.Multiply(square, square, Matrix.Zero(300, 300), ct: new(canceled: true)));
    }

    static void Check(ITilePath path, ProductShape shape, Product product, Func<Matrix, Matrix> layout)
    {
        var a = layout(Definition.Normal(shape.Rows, shape.Depth, 1));
        var b = layout(Definition.Normal(shape.Depth, shape.Columns, 2));
        var c = layout(Definition.Normal(shape.Rows, shape.Columns, 3));
        var expected = Definition.Product(a, b, c, product);

        path.Multiply(a, b, c, product);

        Assert.InRange(Definition.Distance(expected, c), 0, 2e-6 * Math.Sqrt(shape.Depth) * 5);
    }
}
