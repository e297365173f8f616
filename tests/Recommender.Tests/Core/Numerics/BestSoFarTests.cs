using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Numerics;

public sealed class BestSoFarTests
{
    /// <summary>Lets even numbers in, takes one off their score and counts how often it is asked.</summary>
    sealed class Counter
    {
        public int Asked { get; set; }
    }

    readonly struct Evens(Counter counter) : IGate
    {
        public bool Admits(int item, ref float score)
        {
            counter.Asked++;
            score--;
            return item % 2 == 0;
        }
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(5, 0)]
    [InlineData(7, 3)]
    [InlineData(1000, 20)]
    [InlineData(1003, 600)]
    public void Offers_in_blocks_give_the_head_of_the_sorted_row_of_what_the_gate_admits(int length, int places)
    {
        var random = new RandomStream(3, (ulong)length);
        float[] scores = [.. Enumerable.Range(0, length).Select(_ => (float)random.Below(40))];
        var (items, best) = (new int[places], new float[places]);
        var list = new BestSoFar(items, best);

        for (var first = 0; first < length; first += 100) list.Offer(scores.AsSpan(first, Math.Min(100, length - first)), first, new Evens(new()));

        int[] expected = [.. Enumerable.Range(0, length).Where(i => i % 2 == 0).OrderByDescending(i => scores[i]).ThenBy(i => i).Take(places)];
        var found = list.Sort();
        Assert.Equal(expected, items[..found]);
        Assert.Equal(expected.Select(i => scores[i] - 1), best[..found]);
    }

    [Fact]
    public void The_gate_is_asked_only_for_scores_that_can_still_get_in()
    {
        var counter = new Counter();
        var items = new int[2];
        var list = new BestSoFar(items, new float[2]);

        list.Offer([9, 1, 8, float.NaN, 1, 2, 3, 4, 5, 6, 7, float.NegativeInfinity, 7.5f, 9, 10], 0, new Evens(counter));

        Assert.Equal(2, list.Sort());
        Assert.Equal([14, 0], items);
        Assert.Equal(6, counter.Asked);   // for 9, 1 and 8, which fill the list with 8 and 7, then for 7.5, 9 and 10
    }

    [Fact]
    public void What_is_demanded_keeps_lower_scores_out()
    {
        var items = new int[3];
        var list = new BestSoFar(items, new float[3]);
        list.Demand(4);

        list.Offer([4, 6, 3, 5], 0, new Open());

        Assert.Equal(2, list.Sort());
        Assert.Equal([1, 3], items[..2]);
    }
}
