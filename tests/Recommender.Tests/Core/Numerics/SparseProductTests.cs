using Recommender.Core.Datasets;
using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Numerics;

public sealed class SparseProductTests
{
    // Few entries a row take the path that notes columns, many the one that looks through all of them.
    [Theory]
    [InlineData(1, 1, 1, 1, true)]
    [InlineData(7, 5, 9, 0.5, true)]
    [InlineData(20, 30, 25, 0.9, false)]
    [InlineData(30, 40, 400, 0.01, true)]
    [InlineData(30, 40, 400, 0.01, false)]
    public void Every_row_is_that_of_the_triple_loop(int rows, int middle, int columns, double density, bool isBinary)
    {
        var a = SparseMatrices.Random(rows, middle, density, seed: 1, isBinary);
        var b = SparseMatrices.Random(middle, columns, density, seed: 2, isBinary);
        var product = new double[rows, columns];

        SparseProduct.ForEachRow(a, b, (row, items, sums) =>
        {
            for (var at = 0; at < items.Length; at++) product[row, items[at]] = sums[at];
        }, new());

        var expected = SparseMatrices.Product(a, b);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++) Assert.Equal(expected[row, column], product[row, column], 1e-12);
        }
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.6)]
    public void Columns_ascend_and_none_is_listed_with_nothing(double density)
    {
        var a = SparseMatrices.Random(20, 30, density, seed: 3, isBinary: true);
        var lists = new List<int[]>();

        SparseProduct.ForEachRow(a, a.Transpose(TestContext.Current.CancellationToken), (_, items, sums) =>
        {
            Assert.DoesNotContain(0.0, sums.ToArray());
            lock (lists) lists.Add(items.ToArray());
        }, new());

        Assert.Equal(20, lists.Count);
        Assert.All(lists, list => Assert.Equal(list.Order().Distinct(), list));
    }

    [Theory]
    [InlineData(3)]     // looks through all columns
    [InlineData(300)]   // notes them
    public void Values_that_cancel_are_nothing_and_leave_nothing_behind(int columns)
    {
        var a = CsrMatrix.From(2, 2, [(0, 0, 1f), (0, 1, -1f), (1, 0, 1f)]);
        var b = CsrMatrix.From(2, columns, [(0, 0, 2f), (0, 2, 5f), (1, 0, 2f), (1, 1, 3f)]);
        var rows = new string[2];

        SparseProduct.ForEachRow(a, b, (row, items, sums) => rows[row] = string.Join(' ', items.ToArray().Zip(sums.ToArray())), new() { MaxDegreeOfParallelism = 1 });

        Assert.Equal(["(1, -3) (2, 5)", "(0, 2) (2, 5)"], rows);
    }

    [Fact]
    public void Counts_beyond_what_a_float_can_count_are_exact()
    {
        const int Customers = (1 << 24) + 3;
        var starts = new int[Customers + 1];
        for (var customer = 0; customer <= Customers; customer++) starts[customer] = customer;
        var byCustomer = new CsrMatrix(starts, new int[Customers], default, 1);
        var together = 0.0;

        SparseProduct.ForEachRow(byCustomer.Transpose(TestContext.Current.CancellationToken), byCustomer, (_, _, sums) => together = sums[0], new());

        Assert.Equal(Customers, together);
    }

    [Fact]
    public void Matrices_that_do_not_fit_are_refused() => Assert.Throws<ArgumentException>(() =>
        SparseProduct.ForEachRow(CsrMatrix.From(2, 3, []), CsrMatrix.From(2, 3, []), (_, _, _) => { }, new()));

    [Fact]
    public void Ends_when_it_is_cancelled() => Assert.ThrowsAny<OperationCanceledException>(() =>
        SparseProduct.ForEachRow(CsrMatrix.From(2, 2, []), CsrMatrix.From(2, 2, []), (_, _, _) => { }, new() { CancellationToken = new(canceled: true) }));
}
