using Recommender.Core;
using Recommender.Core.Baskets.CrossSell;
using Xunit;

namespace Recommender.Tests.Core.Baskets.CrossSell;

public sealed class CrossSellQueryTests
{
    // 20 baskets: 10 with 0, 8 with 1, 6 with both; 5 with 2, 3 of them with 0; weights 2 for those with 2, else 1.
    static readonly int[][] Baskets =
    [
        .. Enumerable.Repeat<int[]>([0, 1], 6), .. Enumerable.Repeat<int[]>([0, 2], 3), [0], .. Enumerable.Repeat<int[]>([1], 2),
        .. Enumerable.Repeat<int[]>([2], 2), .. Enumerable.Repeat<int[]>([3], 6),
    ];

    static readonly CrossSellMatrix Matrix = Build([]);
    static readonly CrossSellMatrix Decayed = Build([.. Baskets.Select(basket => basket.Contains(2) ? 2f : 1f)]);

    [Fact]
    public void Affinity_is_that_of_the_formula()
    {
        var found = Find(Matrix, 0, CrossSellQuery.Unfiltered);

        Assert.Equal([1, 2], found.Select(match => match.Item));
        var (lift, confidence) = (6 * 20 / (10.0 * 8), .6);
        Assert.Equal((6, .3, lift), (found[0].Count, found[0].Support, found[0].Lift));
        Assert.Equal((confidence, .75), (found[0].Confidence, found[0].ReverseConfidence));
        Assert.Equal(.5 * (1 - 1 / lift) + .3 * confidence + .2 * 1, found[0].Affinity, 1e-12);
        Assert.Equal(.5 * (1 - 10 * 5 / (3 * 20.0)) + .3 * .3 + .2 * 3 / 6, found[1].Affinity, 1e-12);
    }

    [Fact]
    public void Weights_change_with_the_question_and_need_not_add_up_to_one()
    {
        var found = Find(Matrix, 0, CrossSellQuery.Unfiltered with { Weights = new(0, 2, 2) });

        Assert.Equal((.6 + 1) / 2, found[0].Affinity, 1e-12);
    }

    [Fact]
    public void A_symmetric_affinity_is_the_same_from_both_sides_with_the_mean_of_both_confidences()
    {
        var query = CrossSellQuery.Unfiltered with { IsSymmetric = true };
        var (there, back) = (Matrix.Between(0, 1, query)!.Value, Matrix.Between(1, 0, query)!.Value);

        Assert.Equal(.5 * (1 - 1 / 1.5) + .3 * (.6 + .75) / 2 + .2, there.Affinity, 1e-12);
        Assert.Equal(there.Affinity, back.Affinity, 1e-15);
        Assert.Equal((there.Confidence, there.ReverseConfidence), (back.ReverseConfidence, back.Confidence));
    }

    [Fact]
    public void Decayed_counts_change_every_measure_but_not_the_count()
    {
        // Weighing 25 together: 13 with 0, 10 with 2, 6 with both of these; the largest pair weighs 6.
        var match = Decayed.Between(0, 2, CrossSellQuery.Unfiltered with { IsDecayed = true })!.Value;

        Assert.Equal(3, match.Count);
        Assert.Equal((6 / 25.0, 6 / 13.0, .6), (match.Support, match.Confidence, match.ReverseConfidence));
        Assert.Equal(6 * 25 / 130.0, match.Lift, 1e-12);
        Assert.Equal(.5 * (1 - 130 / 150.0) + .3 * 6 / 13 + .2, match.Affinity, 1e-12);
        Assert.Equal(Matrix.Between(0, 2, CrossSellQuery.Unfiltered), Decayed.Between(0, 2, CrossSellQuery.Unfiltered));
    }

    [Theory]
    [InlineData(0.3, 0, 0, 0, 1)]
    [InlineData(0.300001, 0, 0, 0, 0)]
    [InlineData(0, 0.3, 0, 0, 2)]
    [InlineData(0, 0.301, 0, 0, 1)]
    [InlineData(0, 0, 1.2, 0, 2)]
    [InlineData(0, 0, 1.21, 0, 1)]
    [InlineData(0, 0, 0, 4, 1)]
    [InlineData(0, 0, 0, 7, 0)]
    public void Every_filter_holds_at_its_threshold_and_not_below(double support, double confidence, double lift, int count, int left) =>
        Assert.Equal(left, Find(Matrix, 0, new() { MinSupport = support, MinConfidence = confidence, MinLift = lift, MinCount = count }).Length);

    [Fact]
    public void The_usual_filters_are_those_that_the_console_names() =>
        Assert.Equal((.01, .15, 1.2, 0), (new CrossSellQuery().MinSupport, new CrossSellQuery().MinConfidence, new CrossSellQuery().MinLift, new CrossSellQuery().MinCount));

    [Fact]
    public void The_answer_is_the_best_of_all_that_pass_in_their_order()
    {
        for (var seed = 0UL; seed < 300; seed++)
        {
            var baskets = SmallShops.Random(seed);
            var matrix = CrossSellBuilder.Build(baskets, new() { MinCount = 1, Best = 3 }, progress: null, TestContext.Current.CancellationToken);
            var query = new CrossSellQuery { MinSupport = .05, MinConfidence = .1, MinLift = .8, IsSymmetric = seed % 2 == 0, Allows = item => item != 2 };
            for (var item = 0; item < baskets.ItemCount; item++)
            {
                var entries = matrix.EntriesOf(item);
                var reachable = matrix.Tables.Partners.Span[entries][..(query.IsSymmetric ? entries.End.Value - entries.Start.Value : matrix.Tables.Own.Span[item])].ToArray();
                var expected = reachable.Select(partner => matrix.Between(item, partner, query)!.Value)
                    .Where(match => match.Support >= .05 && match.Lift >= .8 && match.Item != 2
                        && (query.IsSymmetric ? (match.Confidence + match.ReverseConfidence) / 2 : match.Confidence) >= .1)
                    .OrderByDescending(match => match.Affinity).ThenBy(match => match.Item).ToArray();

                Assert.Equal(expected, Find(matrix, item, query));
                Assert.Equal(expected.Take(2), Find(matrix, item, query, 2));
            }
        }
    }

    [Fact]
    public void Asking_allocates_nothing()
    {
        var (found, query) = (new CrossSellMatch[2], CrossSellQuery.Unfiltered);
        Matrix.Find(0, query, found);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var time = 0; time < 100; time++) Matrix.Find(0, query, found);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void A_question_that_means_nothing_is_refused_with_the_value()
    {
        Assert.Contains("-1", Refusal(new() { Weights = new(-1) }));
        Assert.Contains("make no affinity", Refusal(new() { Weights = new(0, 0, 0) }));
        Assert.Contains("make no affinity", Refusal(new() { Weights = new(double.NaN) }));
        Assert.Contains("1.5", Refusal(new() { MinSupport = 1.5 }));
        Assert.Contains("NaN", Refusal(new() { MinConfidence = double.NaN }));
        Assert.Contains("-2", Refusal(new() { MinLift = -2 }));
        Assert.Contains("-3", Refusal(new() { MinCount = -3 }));
        Assert.Contains("no decayed counts", Refusal(new() { IsDecayed = true }));
    }

    static string Refusal(CrossSellQuery query) => Assert.Throws<UserErrorException>(() => Find(Matrix, 0, query)).Message;

    static CrossSellMatch[] Find(CrossSellMatrix matrix, int anchor, CrossSellQuery query, int count = 20)
    {
        var found = new CrossSellMatch[count];
        return found[..matrix.Find(anchor, query, found)];
    }

    static CrossSellMatrix Build(float[] weights) =>
        CrossSellBuilder.Build(SmallShops.Of(4, Baskets, weights), new() { MinCount = 1 }, progress: null, CancellationToken.None);
}
