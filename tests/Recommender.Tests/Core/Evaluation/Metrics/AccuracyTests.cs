using Recommender.Core;
using Recommender.Core.Evaluation.Metrics;
using Xunit;

namespace Recommender.Tests.Core.Evaluation.Metrics;

/// <summary>Every case is computed by hand: x is a hit, - is none, the number is how many there were to find.</summary>
public sealed class AccuracyTests
{
    static readonly double Second = 1 / Math.Log2(3);   // what a hit on rank 2 is worth
    static readonly double Third = 0.5;                 // on rank 3: 1 / log2(4)
    static readonly double Fourth = 1 / Math.Log2(5);

    [Theory]
    [InlineData("x-x-", 5, 4, 0.5)]
    [InlineData("x-x-", 5, 2, 0.5)]
    [InlineData("x-", 5, 4, 0.25)]   // the model named two of four: missing ranks are no hits
    [InlineData("----", 1, 4, 0)]
    public void Precision_is_hits_per_place(string hits, int targets, int cutoff, double expected) => Check("precision", hits, targets, cutoff, expected);

    [Theory]
    [InlineData("x-x-", 5, 4, 0.4)]
    [InlineData("x-x-", 2, 4, 1)]
    [InlineData("xxxx", 8, 4, 0.5)]   // more to find than places: 1 cannot be reached
    public void Recall_is_hits_per_target(string hits, int targets, int cutoff, double expected) => Check("recall", hits, targets, cutoff, expected);

    [Theory]
    [InlineData("x-x-", 5, 4, 0.5)]
    [InlineData("x-x-", 2, 4, 1)]
    [InlineData("xxxx", 8, 4, 1)]
    public void Recall_min_is_hits_per_reachable_target(string hits, int targets, int cutoff, double expected) => Check("recall_min", hits, targets, cutoff, expected);

    [Theory]
    [InlineData("x-x-", 5, 4, (1 + 2.0 / 3) / 4)]
    [InlineData("-x--", 1, 4, 0.5)]
    [InlineData("x-x-", 2, 4, (1 + 2.0 / 3) / 2)]
    [InlineData("x-x-", 2, 2, 0.5)]
    public void Map_is_the_precision_at_hits_over_reachable_targets(string hits, int targets, int cutoff, double expected) => Check("map", hits, targets, cutoff, expected);

    [Theory]
    [InlineData("--x-x", 2, 5, 1.0 / 3)]
    [InlineData("--x-x", 2, 2, 0)]
    [InlineData("x----", 2, 5, 1)]
    public void Mrr_is_one_over_the_rank_of_the_first_hit(string hits, int targets, int cutoff, double expected) => Check("mrr", hits, targets, cutoff, expected);

    [Theory]
    [InlineData("--x-x", 2, 5, 1)]
    [InlineData("--x-x", 2, 2, 0)]
    [InlineData("", 2, 5, 0)]
    public void Hit_and_phr_are_whether_anything_came_true(string hits, int targets, int cutoff, double expected)
    {
        Check("hit", hits, targets, cutoff, expected);
        Check("phr", hits, targets, cutoff, expected);
    }

    [Fact]
    public void Ndcg_weighs_by_rank_over_the_best_that_the_places_allow()
    {
        Check("ndcg", "x-x-", 5, 4, (1 + Third) / (1 + Second + Third + Fourth));
        Check("ndcg", "x-x-", 2, 4, (1 + Third) / (1 + Second));
        Check("ndcg", "-x", 1, 2, Second);
        Check("ndcg", "xx", 9, 2, 1);
        Check("ndcg", "--", 9, 2, 0);
        Check("ndcg", "-x", 1, 1, 0);
    }

    [Fact]
    public void A_metric_is_found_by_its_name_and_a_misspelt_one_suggested()
    {
        Assert.Equal(["ndcg", "auc"], MetricTable.Named(["auc", "ndcg"]).Select(metric => metric.Name));

        var error = Assert.Throws<UserErrorException>(() => MetricTable.Named(["ndgc"]));

        Assert.Contains("Did you mean 'ndcg'?", error.Message, StringComparison.Ordinal);
    }

    static void Check(string name, string hits, int targets, int cutoff, double expected)
    {
        var list = new RankedList
        {
            Items = [.. Enumerable.Range(0, hits.Length)],
            Hits = [.. hits.Select(letter => letter == 'x')],
            Targets = new int[targets],
        };

        Assert.Equal(expected, MetricTable.Named([name])[0].Measure(list, cutoff), 1e-12);
    }
}
