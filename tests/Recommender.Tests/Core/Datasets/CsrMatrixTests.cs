using Recommender.Core.Datasets;
using Xunit;

namespace Recommender.Tests.Core.Datasets;

public sealed class CsrMatrixTests
{
    [Fact]
    public void Rows_hold_their_cells_by_column()
    {
        var matrix = CsrMatrix.From(3, 4, [(2, 3, 5f), (0, 1, 2f), (2, 0, 4f)]);

        Assert.Equal([1], matrix.RowIndices(0).ToArray());
        Assert.Empty(matrix.RowIndices(1).ToArray());
        Assert.Equal([0, 3], matrix.RowIndices(2).ToArray());
        Assert.Equal([4f, 5f], matrix.RowValues(2).ToArray());
    }

    [Fact]
    public void A_matrix_of_ones_keeps_no_values() => Assert.True(CsrMatrix.From(2, 2, [(0, 1, 1f), (1, 0, 1f)]).IsBinary);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_transpose_has_every_cell_and_twice_it_is_the_matrix_itself(int seed)
    {
        var random = new Random(seed);
        var cells = (from row in Enumerable.Range(0, 17) from column in Enumerable.Range(0, 29) where random.Next(5) == 0 select (row, column, (float)random.Next(1, 4))).ToArray();
        var matrix = CsrMatrix.From(17, 29, cells);

        var transposed = matrix.Transpose(TestContext.Current.CancellationToken);

        Assert.Equal((29, 17), (transposed.Rows, transposed.Columns));
        foreach (var (row, column, value) in cells)
        {
            var at = transposed.RowIndices(column).IndexOf(row);
            Assert.Equal(value, transposed.RowValues(column)[at]);
        }
        var back = transposed.Transpose(TestContext.Current.CancellationToken);
        Assert.Equal(matrix.Starts.ToArray(), back.Starts.ToArray());
        Assert.Equal(matrix.Indices.ToArray(), back.Indices.ToArray());
        Assert.Equal(matrix.Values.ToArray(), back.Values.ToArray());
    }

    [Fact]
    public void Totals_of_columns_stay_finite()
    {
        var matrix = CsrMatrix.From(3, 3, [(0, 0, 3e38f), (1, 0, 3e38f), (1, 2, 2f), (2, 2, 5f)]);

        Assert.Equal([float.MaxValue, 0f, 7f], matrix.ColumnTotals());
        Assert.Equal([2.0, 0.0, 1.0], CsrMatrix.From(2, 3, [(0, 0, 1f), (1, 0, 1f), (1, 2, 1f)]).ColumnSums());
    }
}
