using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Numerics;

public sealed class SmallSyrkTests
{
    const int RowCount = 50;

    public static TheoryData<int, int> Cases
    {
        get
        {
            var cases = new TheoryData<int, int>();
            foreach (var d in new[] { 1, 3, 8, 16, 17, 31, 32, 48, 64, 65, 100, 128 })
            {
                foreach (var count in new[] { 0, 1, 7, 300 }) cases.Add(d, count);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Weighted_outer_products_agree_with_the_definition(int d, int count)
    {
        var (rows, listed, random) = (Definition.Normal(RowCount, d, 1), new int[count], new RandomStream(3));
        var weights = new float[count];
        for (var i = 0; i < count; i++) (listed[i], weights[i]) = (random.Below(RowCount), random.NextFloat() - 0.3f);

        var before = Definition.Normal(d, d, 4);
        var expected = Sum(before, rows, listed, i => weights[i]);
        OuterPaths.ForEach(path =>
        {
            var a = before.Data.ToArray();
            path.AddOuterProducts(a, rows.Data.ToArray(), listed, weights);
            CheckLower(expected, new(a, d, d), 2e-5 * Math.Sqrt(count + 1));
        });
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void One_weight_for_all_is_the_same_as_the_weight_for_each(int d, int count)
    {
        var (rows, listed, random) = (Definition.Normal(RowCount, d, 1), new int[count], new RandomStream(3));
        foreach (ref var row in listed.AsSpan()) row = random.Below(RowCount);

        var a = Definition.Normal(d, d, 4);
        var expected = Sum(a, rows, listed, _ => 0.7f);
        SmallSyrk.AddOuterProducts(a.Data.Span, rows.Data.Span, d, new(listed, 0.7f));

        CheckLower(expected, a, 2e-5 * Math.Sqrt(count + 1));
    }

    [Fact]
    public void A_slice_of_the_columns_is_summed_by_its_stride()
    {
        var rows = Definition.Normal(RowCount, 20, 1);
        var slice = Definition.Copy(rows.Block(0, 5, RowCount, 8));
        int[] listed = [3, 1, 49, 3];
        var (a, expected) = (Matrix.Zero(8, 8), Matrix.Zero(8, 8));

        SmallSyrk.AddOuterProducts(expected.Data.Span, slice.Data.Span, 8, new(listed, 2f));
        SmallSyrk.AddOuterProducts(a.Data.Span, rows.Data.Span[5..], 8, new(listed, 2f) { RowStride = 20 });

        Assert.Equal(expected.Data.ToArray(), a.Data.ToArray());
    }

    [Theory]
    [InlineData(17)]
    [InlineData(64)]
    public void Rows_that_come_next_change_no_bit(int d)
    {
        var (rows, listed) = (Definition.Normal(RowCount, d, 1), Enumerable.Range(0, 300).Select(i => i % RowCount).ToArray());
        var (alone, followed) = (new float[d * d], new float[d * d]);

        SmallSyrk.AddOuterProducts(alone, rows.Data.Span, d, new(listed, 1));
        SmallSyrk.AddOuterProducts(followed, rows.Data.Span, d, new(listed, 1) { Upcoming = listed.AsSpan(0, 40) });

        Assert.Equal(alone, followed);
    }

    [Fact]
    public void What_stands_behind_a_slice_comes_next()
    {
        var listed = new WeightedRows([1, 2, 3, 4], 1) { Upcoming = [9] };

        Assert.Equal([3, 4], listed.Slice(0, 2).Upcoming);
        Assert.Equal([9], listed.Slice(2, 2).Upcoming);
    }

    [Fact]
    public void A_row_outside_the_factors_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SmallSyrk.AddOuterProducts(new float[4], new float[6], 2, new([0, 3], 1f)));

    static double[,] Sum(Matrix a, Matrix rows, int[] listed, Func<int, float> weight)
    {
        var sum = new double[a.Rows, a.Rows];
        for (var i = 0; i < a.Rows; i++)
        {
            for (var j = 0; j < a.Rows; j++)
            {
                sum[i, j] = a[i, j];
                for (var k = 0; k < listed.Length; k++) sum[i, j] += weight(k) * (double)rows[listed[k], i] * rows[listed[k], j];
            }
        }
        return sum;
    }

    static void CheckLower(double[,] expected, Matrix actual, double tolerance)
    {
        for (var i = 0; i < actual.Rows; i++)
        {
            for (var j = 0; j <= i; j++) Assert.Equal(expected[i, j], actual[i, j], tolerance);
        }
    }
}
