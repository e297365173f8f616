using Recommender.Core.Datasets;
using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Numerics;

public sealed class CoOccurrenceTests
{
    [Theory]
    [InlineData(1, 1, 1, true)]
    [InlineData(30, 17, 0.4, true)]
    [InlineData(200, 70, 0.1, true)]
    [InlineData(30, 17, 0.4, false)]
    [InlineData(200, 70, 0.1, false)]
    public void Every_cell_is_that_of_the_triple_loop(int customers, int items, double density, bool isBinary)
    {
        var x = SparseMatrices.Random(customers, items, density, seed: 4, isBinary);

        var g = CoOccurrence.Dense(x, x.Transpose(TestContext.Current.CancellationToken), new());

        var expected = SparseMatrices.Product(x.Transpose(TestContext.Current.CancellationToken), x);
        for (var row = 0; row < items; row++)
        {
            for (var column = 0; column < items; column++) Assert.Equal((float)expected[row, column], g[row, column]);
        }
    }

    [Fact]
    public void The_lower_triangle_is_scaled_on_both_sides_and_the_upper_one_left_alone()
    {
        var x = CsrMatrix.From(2, 2, [(0, 0, 1f), (0, 1, 1f), (1, 1, 1f)]);
        var g = Matrix.Zero(2, 2);
        g.Data.Span.Fill(9);

        CoOccurrence.FillLower(x, x.Transpose(TestContext.Current.CancellationToken), [2, 10], g, new());

        Assert.Equal([4f, 9f, 20f, 200f], g.Data.ToArray());
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_sums()
    {
        var x = SparseMatrices.Random(300, 90, 0.3, seed: 5, isBinary: false);

        var one = CoOccurrence.Dense(x, x.Transpose(TestContext.Current.CancellationToken), new() { MaxDegreeOfParallelism = 1 });

        Assert.Equal(one.Data.ToArray(), CoOccurrence.Dense(x, x.Transpose(TestContext.Current.CancellationToken), new() { MaxDegreeOfParallelism = 4 }).Data.ToArray());
    }
}
