using Recommender.Core;
using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Numerics;

public sealed class MatrixTests
{
    readonly Matrix _matrix = new(Enumerable.Range(0, 12).Select(i => (float)i).ToArray(), 3, 4);

    [Fact]
    public void A_transpose_shows_the_same_numbers() => Assert.Equal(_matrix[1, 3], _matrix.Transposed[3, 1]);

    [Fact]
    public void A_block_writes_through_to_the_whole()
    {
        _matrix.Transposed.Block(1, 2, 2, 1)[1, 0] = -1;

        Assert.Equal(-1, _matrix[2, 2]);
    }

    [Fact]
    public void A_row_is_a_span_of_its_columns() => Assert.Equal([4, 5, 6, 7], _matrix.Row(1).ToArray());

    [Fact]
    public void A_row_of_scattered_columns_is_refused() => Assert.Throws<InvalidOperationException>(() => _matrix.Transposed.Row(0).Length);

    [Fact]
    public void An_empty_block_at_the_far_edge_is_empty() => Assert.Equal(0, _matrix.Block(3, 4, 0, 0).Rows);

    [Fact]
    public void Data_too_short_for_the_shape_is_refused() => Assert.Throws<ArgumentException>(() => new Matrix(new float[11], 3, 4));

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(3, 0)]
    [InlineData(0, 4)]
    public void Places_outside_are_refused(int row, int column) => Assert.Throws<ArgumentOutOfRangeException>(() => _matrix[row, column]);

    [Theory]
    [InlineData(1, 0, 3, 1)]
    [InlineData(0, 5, 1, 0)]
    [InlineData(0, 0, 1, -1)]
    public void Blocks_that_stick_out_are_refused(int row, int column, int rows, int columns) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _matrix.Block(row, column, rows, columns));

    [Fact]
    public void More_numbers_than_an_array_holds_are_refused_with_a_cure()
    {
        var refusal = Assert.Throws<UserErrorException>(() => Matrix.Zero(100_000, 100_000));

        Assert.Contains("fewer rows", refusal.Message);
    }
}
