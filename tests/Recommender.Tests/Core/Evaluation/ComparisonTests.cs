using Recommender.Core;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Evaluation.Metrics;
using Xunit;

namespace Recommender.Tests.Core.Evaluation;

public sealed class ComparisonTests
{
    static readonly Fold Fold = EvaluationShops.Fold();

    [Fact]
    public void Comparing_the_other_way_round_turns_every_sign()
    {
        var (a, b) = (Scored(Noise(1)), Scored(Noise(2)));

        var (forth, back) = (Compare(a, b), Compare(b, a));

        Assert.Equal(forth.Count, back.Count);
        foreach (var (one, other) in forth.Zip(back))
        {
            Assert.Equal(-one.Value, other.Value, 1e-12);
            Assert.Equal(-one.High, other.Low, 1e-12);
            Assert.Equal(-one.Low, other.High, 1e-12);
            Assert.Equal(one.Verdict switch { Verdict.Better => Verdict.Worse, Verdict.Worse => Verdict.Better, _ => Verdict.NoEvidence }, other.Verdict);
        }
    }

    [Fact]
    public void The_oracle_is_better_than_noise_and_noise_is_worse()
    {
        var (noise, oracle) = (Scored(Noise(1)), Scored(Oracle));

        Assert.Equal(Verdict.Better, Compare(noise, oracle).Single(difference => difference is { View: "all", Metric: "ndcg@10" }).Verdict);
        Assert.Equal(Verdict.Worse, Compare(oracle, noise).Single(difference => difference is { View: "new", Metric: "recall@10" }).Verdict);
    }

    [Fact]
    public void A_model_does_not_differ_from_itself() =>
        Assert.All(Compare(Scored(Noise(1)), Scored(Noise(1))), difference => Assert.Equal((0, 0, 0, Verdict.NoEvidence), (difference.Value, difference.Low, difference.High, difference.Verdict)));

    [Fact]
    public void Noise_against_noise_is_rarely_called_a_difference()
    {
        var found = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            var difference = Compare(Scored(Noise(2 * seed)), Scored(Noise(2 * seed + 1))).Single(difference => difference is { View: "all", Metric: "ndcg@10" });
            if (difference.Verdict != Verdict.NoEvidence) found++;
        }

        Assert.InRange(found, 0, 6);   // 2 of 40 are expected; more than 6 happen once in 300 times
    }

    [Fact]
    public void What_is_common_to_both_models_falls_out_of_the_difference()
    {
        var (weak, strong) = (Scored(Noise(1)), Scored(new TableModel(Fold.Training.Items.Count, (customer, item) => Oracle.Predict(customer, item) * (customer % 50 == 0 ? 1 : 0) + Noise(1).Predict(customer, item) / 10)));

        var difference = Compare(weak, strong).Single(difference => difference is { View: "all", Metric: "ndcg@10" });
        var (low, high) = (weak.Evaluation["all"]!.Metrics["ndcg@10"].Low, weak.Evaluation["all"]!.Metrics["ndcg@10"].High);

        Assert.True(difference.High - difference.Low < high - low);
    }

    [Fact]
    public void Errors_are_better_when_they_are_lower()
    {
        Assert.Equal(Verdict.Better, new Difference("ratings", "rmse", -0.1, -0.2, -0.05).Verdict);
        Assert.Equal(Verdict.Worse, new Difference("ratings", "mae", 0.1, 0.05, 0.2).Verdict);
        Assert.Equal(Verdict.Better, new Difference("all", "recall@20", 0.1, 0.05, 0.2).Verdict);
        Assert.Equal(Verdict.NoEvidence, new Difference("all", "recall@20", 0.1, 0, 0.2).Verdict);
        Assert.Equal(Sense.Neither, MetricTable.SenseOf("popularity@10"));
    }

    [Fact]
    public void Results_of_other_data_or_of_another_cut_are_refused()
    {
        var scored = Scored(Noise(1));

        Refused("different data", scored with { Result = scored.Result with { Snapshot = "other" } });
        Refused("different cuts", scored with { Result = scored.Result with { Split = Split.Parse("holdout:0.2") } });
        Refused("same customers", scored with { Evaluation = new(Recommender.Core.Datasets.Vocabulary.Of(["somebody"]), scored.Evaluation.Views) });

        void Refused(string said, Scored other) =>
            Assert.Contains(said, Assert.Throws<UserErrorException>(() => Compare(scored, other)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Seeds_part_random_cuts_only()
    {
        var scored = Scored(Noise(1));

        Assert.NotEmpty(Compare(scored, With("temporal", 5)));
        Assert.NotEmpty(Comparison.Between(With("holdout:0.2", 3), With("holdout:0.2", 3), new(), TestContext.Current.CancellationToken));
        Assert.Throws<UserErrorException>(() => Comparison.Between(With("holdout:0.2", 3), With("holdout:0.2", 5), new(), TestContext.Current.CancellationToken));

        Scored With(string split, int seed) => scored with { Result = scored.Result with { Split = Split.Parse(split, seed) } };
    }

    static TableModel Oracle
    {
        get
        {
            var targets = new HashSet<(int, int)>(from place in Enumerable.Range(0, Fold.Cases.Count) from item in Fold.Cases.Targets.RowIndices(place).ToArray() select (Fold.Cases.Customers[place], item));
            return new(Fold.Training.Items.Count, (customer, item) => targets.Contains((customer, item)) ? 1 : 0);
        }
    }

    static TableModel Noise(int seed) => new(Fold.Training.Items.Count, (customer, item) =>
        (Recommender.Core.Numerics.RandomStream.Mix((ulong)(seed * 1_000_003L + customer * 1009L + item)) >> 40) / (float)(1 << 24));

    static Scored Scored(TableModel model)
    {
        var evaluation = Evaluator.Evaluate(model, Fold, new() { Cutoffs = [10], Bootstrap = new() { Resamples = 200 } }, TestContext.Current.CancellationToken);
        return new(new() { Dataset = "shop", Snapshot = "hash", Split = Split.Parse("temporal"), Trainers = [] }, evaluation);
    }

    static IReadOnlyList<Difference> Compare(Scored first, Scored second) => Comparison.Between(first, second, new() { Resamples = 400 }, TestContext.Current.CancellationToken);
}
