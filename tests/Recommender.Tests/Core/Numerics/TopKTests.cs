using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Numerics;

public sealed class TopKTests
{
    [Theory]
    [InlineData(0, 5)]
    [InlineData(3, 5)]
    [InlineData(7, 1)]
    [InlineData(64, 10)]
    [InlineData(65, 64)]
    [InlineData(1000, 20)]
    [InlineData(5001, 1000)]
    [InlineData(20_000, 20)]
    public void Selection_is_the_head_of_the_sorted_row(int length, int count)
    {
        // Few different scores: most picks are ties.
        foreach (var levels in new[] { 3, 50, 1_000_000 })
        {
            var random = new RandomStream(5, (ulong)levels);
            var scores = new float[length];
            foreach (ref var score in scores.AsSpan()) score = random.Below(levels) - levels / 2;

            var (items, best) = (new int[count], new float[count]);
            var written = TopK.Select(scores, items, best);

            int[] expected = [.. Enumerable.Range(0, length).OrderByDescending(i => scores[i]).ThenBy(i => i).Take(count)];
            Assert.Equal(expected, items[..written]);
            Assert.Equal(expected.Select(i => scores[i]), best[..written]);
        }
    }

    [Fact]
    public void Rising_and_falling_rows_are_both_cut_right()
    {
        float[] rising = [.. Enumerable.Range(0, 500)];
        var (items, best) = (new int[100], new float[100]);

        TopK.Select(rising, items, best);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => 499 - i), items);

        TopK.Select(rising.Reverse().ToArray(), items, best);
        Assert.Equal(Enumerable.Range(0, 100), items);
    }

    [Fact]
    public void Masked_and_undefined_scores_are_never_picked()
    {
        float[] scores = [float.NaN, 1, float.NegativeInfinity, 3, float.NaN, 2, .. Enumerable.Repeat(float.NaN, 40)];
        var (items, best) = (new int[5], new float[5]);

        Assert.Equal(3, TopK.Select(scores, items, best));
        Assert.Equal([3, 5, 1], items[..3]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(19)]
    [InlineData(30)]
    [InlineData(3000)]
    public void A_long_row_in_which_few_items_have_a_score_loses_none_of_them(int scored)
    {
        var scores = Enumerable.Repeat(float.NegativeInfinity, 20_000).ToArray();
        for (var at = 0; at < scored; at++) scores[at * 6007 % scores.Length] = at % 7 == 0 ? float.PositiveInfinity : 3 - at;
        var (items, best) = (new int[20], new float[20]);

        var written = TopK.Select(scores, items, best);

        Assert.Equal(Enumerable.Range(0, scores.Length).Where(i => scores[i] > float.NegativeInfinity).OrderByDescending(i => scores[i]).ThenBy(i => i).Take(20), items[..written]);
    }

    [Fact]
    public void Infinity_is_a_score() => Assert.Equal(1, TopK.Select([float.PositiveInfinity], new int[1], new float[1]));

    [Fact]
    public void No_place_takes_nothing() => Assert.Equal(0, TopK.Select([1, 2, 3], [], []));

    [Fact]
    public void Places_that_differ_in_number_are_refused() => Assert.Throws<ArgumentException>(() => TopK.Select([1], new int[2], new float[1]));
}
