using Recommender.Core.Evaluation.Metrics;
using Xunit;

namespace Recommender.Tests.Core.Evaluation.Metrics;

public sealed class WholeRankingTests
{
    [Fact]
    public void Auc_is_the_share_of_pairs_in_the_right_order() =>
        Assert.Equal(4.0 / 6, Auc([5, 4, 3, 2, 1], [0, 3]), 1e-12);   // target 0 beats all 3 others, target 3 beats one of them

    [Fact]
    public void A_tie_counts_one_half()
    {
        Assert.Equal(0.5, Auc([1, 1, 1, 1], [0, 3]), 1e-12);
        Assert.Equal((1.5 + 0.5) / 4, Auc([2, 2, 1, 1], [0, 3]), 1e-12);
    }

    [Fact]
    public void With_every_item_a_target_nothing_can_be_in_the_wrong_order() => Assert.Equal(1, Auc([1, 2], [0, 1]), 1e-12);

    [Fact]
    public void What_is_left_out_counts_neither_way()
    {
        const float LeftOut = float.NegativeInfinity;

        Assert.Equal(0.5, Auc([LeftOut, 1, 2, 0, LeftOut], [1], leftOut: 2), 1e-12);
        Assert.Equal(0.25, Auc([LeftOut, LeftOut, 2, LeftOut], [1], leftOut: 1), 1e-12);   // below one, tied with the other
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(100)]
    public void Auc_agrees_with_counting_every_pair(int items)
    {
        var random = new Random(items);
        var scores = Enumerable.Range(0, items).Select(_ => (float)random.Next(7)).ToArray();
        int[] targets = [.. Enumerable.Range(0, items).Where(_ => random.Next(3) == 0)];
        if (targets.Length == 0 || targets.Length == items) targets = [0];
        var pairs = (from target in targets
                     from other in Enumerable.Range(0, items).Except(targets)
                     select scores[target] > scores[other] ? 1 : scores[target] == scores[other] ? 0.5 : 0).ToArray();

        Assert.Equal(pairs.Length == 0 ? 1 : pairs.Average(), Auc(scores, targets), 1e-12);
    }

    static double Auc(float[] scores, int[] targets, int leftOut = 0) =>
        WholeRanking.AreaUnderCurve(new() { Items = [], Hits = [], Targets = targets, Scores = scores, LeftOut = leftOut });
}
