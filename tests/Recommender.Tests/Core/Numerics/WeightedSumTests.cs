using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Numerics;

public sealed class WeightedSumTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(64)]
    [InlineData(130)]
    public void A_sum_of_listed_rows_is_that_of_its_definition(int d)
    {
        var random = new RandomStream(7, (ulong)d);
        var rows = Numbers(random, 50 * d);
        foreach (var count in new[] { 0, 1, 5, 600 })
        {
            var listed = Enumerable.Range(0, count).Select(_ => random.Below(50)).ToArray();
            var weights = Numbers(random, count);

            AssertSum(rows, d, listed, weights, new(listed, weights));
            AssertSum(rows, d, listed, Enumerable.Repeat(0.5f, count).ToArray(), new(listed, 0.5f));
        }
    }

    [Fact]
    public void A_slice_of_listed_rows_keeps_their_weights_and_stride()
    {
        var all = new WeightedRows([4, 5, 6], [1, 2, 3]) { RowStride = 9 };

        var slice = all.Slice(1, 2);

        Assert.Equal([5, 6], slice.Rows.ToArray());
        Assert.Equal([2f, 3f], slice.Weights.ToArray());
        Assert.Equal(9, slice.RowStride);
        Assert.Equal(7, new WeightedRows([4, 5], 7).Slice(1, 1).Weight);
    }

    static void AssertSum(float[] rows, int d, int[] listed, float[] weights, WeightedRows asked)
    {
        var sum = new float[d];
        sum.AsSpan().Fill(1);

        WeightedSum.Add(rows, asked, sum);

        for (var column = 0; column < d; column++)
        {
            var expected = 1 + listed.Zip(weights, (row, weight) => (double)weight * rows[row * d + column]).Sum();
            Assert.Equal(expected, sum[column], 1e-4);
        }
    }

    static float[] Numbers(RandomStream random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextFloat() - 0.5f)];
}
