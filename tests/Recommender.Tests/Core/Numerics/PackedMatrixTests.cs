using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Numerics;

public sealed class PackedMatrixTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(GemmTests.Shapes), MemberType = typeof(GemmTests))]
    [InlineData(30, 4500, 64)]
    [InlineData(13, 100, 1300)]
    public void A_product_with_a_packed_right_side_is_the_same_to_the_bit(int rows, int columns, int depth)
    {
        var (a, b) = (Definition.Normal(rows, depth, 1), Definition.Normal(depth, columns, 2));
        TilePaths.ForEach(path =>
        {
            var (plain, packed) = (Definition.Normal(rows, columns, 3), Definition.Normal(rows, columns, 3));

            path.Multiply(a, b, plain, new(1.5f, -2));
            path.MultiplyPacked(a, b, packed, new(1.5f, -2));

            Assert.Equal(plain.Data.ToArray(), packed.Data.ToArray());
        });
    }

    [Fact]
    public void Transposes_and_gaps_are_packed_as_they_read()
    {
        var (a, b) = (Definition.Normal(29, 37, 1), Definition.Normal(37, 43, 2));
        foreach (var layout in new[] { Definition.Copy(b.Transposed).Transposed, Definition.Spaced(b, 3, 1), Definition.Spaced(b, 1, 2) })
        {
            var (plain, packed) = (Matrix.Zero(29, 43), Matrix.Zero(43, 29).Transposed);

            Gemm.Multiply(a, b, plain, ct: Cancellation);
            Gemm.Multiply(a, PackedMatrix.Of(layout), packed, ct: Cancellation);

            Assert.Equal(plain.Data.ToArray(), Definition.Copy(packed).Data.ToArray());
        }
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    public void Nothing_can_be_packed(int depth, int columns)
    {
        var c = Definition.Normal(4, columns, 3);

        Gemm.Multiply(Matrix.Zero(4, depth), PackedMatrix.Of(Matrix.Zero(depth, columns)), c, ct: Cancellation);

        Assert.All(c.Data.ToArray(), number => Assert.Equal(0, number));
    }

    [Fact]
    public void The_number_of_threads_does_not_change_a_bit_of_a_packed_product()
    {
        var (a, b) = (Definition.Normal(700, 64, 4), PackedMatrix.Of(Definition.Normal(64, 3000, 5)));
        var results = new int[] { 1, 2, 7 }.Select(threads =>
        {
            var c = Matrix.Zero(700, 3000);
            Gemm.Multiply(a, b, c, new(1, 0, threads), Cancellation);
            return c.Data.ToArray();
        }).ToArray();

        Assert.All(results, result => Assert.Equal(results[0], result));
    }

    [Fact]
    public void Shapes_that_do_not_meet_a_packed_matrix_are_refused() =>
        Assert.Throws<ArgumentException>(() => Gemm.Multiply(Matrix.Zero(2, 3), PackedMatrix.Of(Matrix.Zero(4, 5)), Matrix.Zero(2, 5), ct: Cancellation));
}
