using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Numerics;

public sealed class CoarseRowsTests
{
    public static TheoryData<string, int> Rows => new(
        from kind in Kinds.Keys
        from d in new[] { 1, 3, 4, 17, 64, 130 }
        select (kind, d));

    static Dictionary<string, Func<RandomStream, int, float>> Kinds => new(StringComparer.Ordinal)
    {
        ["even"] = (random, _) => random.NextFloat() - 0.5f,
        ["normal"] = (random, _) => (float)random.Normal(),
        ["of many lengths"] = (random, row) => (random.NextFloat() - 0.5f) * MathF.ScaleB(1, row % 40 - 20),
        ["tiny"] = (random, row) => (random.NextFloat() - 0.5f) * MathF.ScaleB(1, -row),
        ["huge"] = (random, _) => (random.NextFloat() - 0.5f) * 1e15f,
        ["one large among small"] = (random, _) => random.Below(16) == 0 ? 100 : random.NextFloat() - 0.5f,
        ["signs"] = (random, _) => random.Below(2) - 0.5f,
        ["zeros"] = (random, row) => row % 3 == 0 ? 0 : random.NextFloat() - 0.5f,
        ["halves of a step"] = (random, _) => random.Below(2) == 0 ? 127 : random.Below(127) + 0.5f,
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void No_product_is_above_its_bound_and_bounds_are_near(string kind, int d)
    {
        const int count = 150;
        var random = new RandomStream(13, (ulong)d);
        var rows = Filled(count, d, row => Kinds[kind](random, row));
        var coarse = CoarseRows.Of(rows)!;
        BytePaths.ForEach(path =>
        {
            foreach (var vectorKind in Kinds.Values)
            {
                float[] vector = [.. Enumerable.Range(0, d).Select(_ => vectorKind(random, 7))];
                var bounds = Bounds(coarse, path, vector);
                for (var row = 0; row < count; row++)
                {
                    var product = RowProducts.Multiply(rows, row, vector);
                    var scale = Math.Sqrt(Length(vector)) * Math.Sqrt(Length(rows.Row(row)));
                    Assert.True(bounds[row] >= product, $"{path.Name}: {product} is above its bound {bounds[row]}");
                    if (kind is "even" or "normal" or "signs") Assert.InRange(bounds[row] - product, 0, 0.16 * scale);
                }
            }
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(256)]
    public void Sums_of_bytes_are_those_of_the_definition_at_the_limits_too(int fours)
    {
        var random = new RandomStream(17, (ulong)fours);
        BytePaths.ForEach(path =>
        {
            foreach (var draw in new Func<int, int>[] { random.Below, count => count - 1, count => random.Below(2) * (count - 1) })
            {
                byte[] rows = [.. Enumerable.Range(0, 4 * fours * CoarseRows.Block).Select(_ => (byte)draw(256))];
                sbyte[] vector = [.. Enumerable.Range(0, 4 * fours).Select(_ => (sbyte)(draw(2 * path.Largest + 1) - path.Largest))];
                var expected = Enumerable.Range(0, CoarseRows.Block).Select(row =>
                    vector.Select((number, k) => number * rows[k / 4 * 4 * CoarseRows.Block + 4 * row + k % 4]).Sum());

                Assert.Equal(expected, path.Sum(rows, vector));
            }
        });
    }

    [Fact]
    public void Bounds_of_quotients_hold_for_divided_products()
    {
        var random = new RandomStream(19);
        var rows = Filled(200, 24, _ => (float)random.Normal());
        var coarse = CoarseRows.Of(rows, threads: 2)!;
        float[] lengths = [.. Enumerable.Range(0, 200).Select(row => (float)Math.Sqrt(Length(rows.Row(row))))];
        float[] steps = [.. lengths.Select((length, row) => coarse.Steps.Span[row] / length)];
        float[] direction = [.. rows.Row(3).ToArray().Select(number => number / lengths[3])];
        var vector = new CoarseVector();
        Assert.True(vector.TrySet(direction));

        var bounds = new float[CoarseRows.Block];
        for (var block = 0; block * CoarseRows.Block < 200; block++)
        {
            coarse.Bound(block, vector, steps, bounds);
            for (var row = block * CoarseRows.Block; row < Math.Min(200, (block + 1) * CoarseRows.Block); row++)
                Assert.InRange(RowProducts.Multiply(rows, row, rows.Row(3)) / (lengths[3] * lengths[row]), -1.001f, bounds[row % CoarseRows.Block]);
        }
    }

    [Fact]
    public void Numbers_that_no_bound_holds_for_are_refused()
    {
        foreach (var number in new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity, 1e16f, -1e16f })
        {
            var rows = Matrix.Zero(100, 4);
            rows[70, 2] = number;
            Assert.Null(CoarseRows.Of(rows));
            Assert.False(new CoarseVector().TrySet([1, number]));
        }
        Assert.False(new CoarseVector().TrySet([0, 1e-11f]));
        Assert.Null(CoarseRows.Of(Matrix.Zero(1, 1025)));
    }

    [Fact]
    public void A_vector_of_another_length_is_refused()
    {
        var vector = new CoarseVector();
        vector.TrySet(new float[] { 1, 2, 3, 4, 5 });

        Assert.Throws<ArgumentException>(() => CoarseRows.Of(Matrix.Zero(64, 4))!.Bound(0, vector, new float[64], new float[64]));
    }

    [Fact]
    public void A_vector_that_is_set_again_forgets_the_one_before()
    {
        var coarse = CoarseRows.Of(Filled(64, 4, _ => 1))!;
        var (used, fresh, expected, bounds) = (new CoarseVector(), new CoarseVector(), new float[64], new float[64]);
        used.TrySet([9, 9, 9, 9]);

        used.TrySet([1, -2, 3, 1]);
        fresh.TrySet([1, -2, 3, 1]);

        coarse.Bound(0, fresh, coarse.Steps.Span, expected);
        coarse.Bound(0, used, coarse.Steps.Span, bounds);
        Assert.Equal(expected, bounds);
    }

    static float[] Bounds(CoarseRows coarse, IBytePath path, float[] vector)
    {
        var bounds = new float[coarse.Count];
        for (var block = 0; block * CoarseRows.Block < bounds.Length; block++)
        {
            var part = new float[CoarseRows.Block];
            path.Bound(coarse, block, vector, part);
            part.AsSpan(0, Math.Min(CoarseRows.Block, bounds.Length - block * CoarseRows.Block)).CopyTo(bounds.AsSpan(block * CoarseRows.Block));
        }
        return bounds;
    }

    static Matrix Filled(int count, int d, Func<int, float> number)
    {
        var rows = Matrix.Zero(count, d);
        for (var row = 0; row < count; row++)
        {
            for (var k = 0; k < d; k++) rows[row, k] = number(row);
        }
        return rows;
    }

    static double Length(ReadOnlySpan<float> numbers)
    {
        var sum = 0.0;
        foreach (var number in numbers) sum += (double)number * number;
        return sum;
    }
}
