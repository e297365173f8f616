using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Evaluation.Metrics;
using Recommender.Tests.Training.Trainers;
using Xunit;

namespace Recommender.Tests.Core.Evaluation;

public sealed class EvaluatorTests
{
    static readonly EvaluationOptions Quick = new() { Cutoffs = [3, 10], Metrics = MetricTable.All, Bootstrap = new() { Resamples = 20 } };

    [Theory]
    [InlineData("temporal", 1)]
    [InlineData("temporal", 2)]
    [InlineData("holdout:0.3", 3)]
    [InlineData("leave-last-out", 4)]
    [InlineData("strong:0.3", 5)]
    public void Metrics_agree_with_sorting_everything_and_following_the_definitions(string split, int seed)
    {
        var fold = Split.Parse(split).Cut(Shops.Tasteful(90, 30, 4, seed), Token);
        var model = Random(fold, seed);

        var measured = Evaluator.Evaluate(model, fold, Quick, Token);

        foreach (var view in Views.Of(fold, hasSlices: true))
        {
            var expected = NaiveEvaluation.Of(model, fold, view, [3, 10]);
            Assert.Equal(expected.Count, measured[view.Name]?.Cases.Count ?? 0);
            for (var person = 0; person < expected.Count; person++)
            {
                var result = measured[view.Name]!;
                Assert.Equal(expected[person].Place, result.Cases[person]);
                foreach (var (metric, value) in expected[person].Metrics) Assert.Equal(value, result.Persons[metric][person], 1e-5);
            }
        }
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var fold = EvaluationShops.Fold(600);
        var model = Random(fold, 7);

        var (one, five) = (Evaluate(1), Evaluate(5));

        Assert.Equal(one.Views.Select(view => view.Name), five.Views.Select(view => view.Name));
        foreach (var view in one.Views)
        {
            Assert.Equal(view.Metrics, five[view.Name]!.Metrics);
            foreach (var (name, values) in view.Persons) Assert.Equal(values.Values.ToArray(), five[view.Name]!.Persons[name].Values.ToArray());
        }

        ModelEvaluation Evaluate(int threads) => Evaluator.Evaluate(model, fold, Quick with { Bootstrap = new() { Resamples = 50, Threads = threads } }, Token);
    }

    [Fact]
    public void A_perfect_model_is_measured_as_perfect()
    {
        var fold = EvaluationShops.Fold();
        var places = fold.Cases.Customers.Select((customer, place) => (customer, place)).ToDictionary(pair => pair.customer, pair => pair.place);
        var oracle = new TableModel(fold.Training.Items.Count, (customer, item) => fold.Cases.Targets.RowIndices(places[customer]).Contains(item) ? 1 : 0);

        var measured = Evaluator.Evaluate(oracle, fold, Quick, Token);

        foreach (var metric in new[] { "ndcg@3", "ndcg@10", "map@10", "mrr@3", "hit@3", "recall_min@3", "auc" })
        {
            Assert.Equal(new Measurement(1, 1, 1), measured["all"]!.Metrics[metric]);
            Assert.Equal(new Measurement(1, 1, 1), measured["new"]!.Metrics[metric]);
        }
    }

    [Fact]
    public void What_was_bought_is_left_out_of_the_new_view_and_only_there()
    {
        // Customer 0 bought items 0 and 1, later 0 and 2; the model prefers 0, then 1, 2, 3.
        var shop = Shops.Of(1, 4, [new(0, 0), new(0, 1), new(-1, 2), new(-1, 3), new(0, 0, Time: 2000, Order: 1), new(0, 2, Time: 2000, Order: 1)]);
        var fold = Split.Parse("temporal:1970-01-02").Cut(shop, Token);

        var measured = Evaluator.Evaluate(new TableModel(4, (_, item) => -item), fold, new() { Cutoffs = [1, 2] }, Token);

        Assert.Equal(1, measured["new"]!.Metrics["recall@1"].Value);
        Assert.Equal(0.5, measured["all"]!.Metrics["recall@2"].Value);
        Assert.Equal(1, measured["all:repeat"]!.Metrics["recall@1"].Value);
        Assert.Equal(0, measured["all:explore"]!.Metrics["recall@2"].Value);
    }

    [Fact]
    public void A_model_that_heeds_repeats_is_asked_for_both()
    {
        var fold = EvaluationShops.Fold();
        var (heedless, heedful) = (new TableModel(fold.Training.Items.Count, (_, item) => item), new TableModel(fold.Training.Items.Count, (_, item) => item) { HeedsRepeats = true });

        _ = Evaluator.Evaluate(heedless, fold, Quick, Token);
        _ = Evaluator.Evaluate(heedful, fold, Quick, Token);

        Assert.Equal(2 * heedless.Blocks, heedful.Blocks);
    }

    [Fact]
    public void Ratings_are_measured_by_their_errors_over_all_ratings()
    {
        var fold = Rated();   // customer 0 gave 4, 2 and one purchase without a rating, customer 1 gave 5
        var model = new TableModel(4, (customer, _) => customer == 0 ? 3 : 2);

        var ratings = Evaluator.EvaluateRatings(model, fold, new(), Token)["ratings"]!;

        Assert.Equal(Math.Sqrt((1 + 1 + 9) / 3.0), ratings.Metrics["rmse"].Value, 1e-6);
        Assert.Equal(5.0 / 3, ratings.Metrics["mae"].Value, 1e-6);
        Assert.Equal([1f, 3f], [ratings.Persons["rmse"][0], ratings.Persons["rmse"][1]]);
        Assert.InRange(ratings.Metrics["rmse"].Low!.Value, 1, ratings.Metrics["rmse"].Value);
    }

    [Fact]
    public void A_model_of_other_items_is_refused() =>
        Assert.Contains("scores 3 items", Assert.Throws<UserErrorException>(() => Evaluator.Evaluate(new TableModel(3, (_, _) => 0), EvaluationShops.Fold(), Quick, Token)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void A_length_that_makes_no_list_is_refused(int cutoff) =>
        Assert.Contains("--at", Assert.Throws<UserErrorException>(() => Evaluator.Evaluate(Random(EvaluationShops.Fold(), 1), EvaluationShops.Fold(), Quick with { Cutoffs = [cutoff] }, Token)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_a_model_throws_comes_out_as_it_is()
    {
        var model = new TableModel(EvaluationShops.Fold().Training.Items.Count, (_, _) => throw new UserErrorException("no"));

        Assert.Equal("no", Assert.Throws<UserErrorException>(() => Evaluator.Evaluate(model, EvaluationShops.Fold(), Quick, Token)).Message);
    }

    [Fact]
    public void Progress_reaches_the_number_of_cases_and_cancelling_ends_it()
    {
        var fold = EvaluationShops.Fold();
        var reports = new Reports();

        _ = Evaluator.Evaluate(Random(fold, 1), fold, Quick with { Progress = reports }, Token);

        Assert.Contains(reports.All, report => report.Done == fold.Cases.Count && report.Total == fold.Cases.Count && report.PerSecond > 0);
        Assert.ThrowsAny<OperationCanceledException>(() => Evaluator.Evaluate(Random(fold, 1), fold, Quick, new(canceled: true)));
    }

    static CancellationToken Token => TestContext.Current.CancellationToken;

    // Scores of few levels, so that there are ties, and -∞ now and then.
    static TableModel Random(Fold fold, int seed) => new(fold.Training.Items.Count, (customer, item) =>
        new Random(seed + 1000 * customer + item).Next(9) is > 0 and var level ? level : float.NegativeInfinity);

    static Fold Rated() => new(
        Shops.Of(2, 4, [new(0, 0), new(1, 1), new(0, 2), new(0, 3)]),
        new()
        {
            Customers = [0, 1],
            HistoryOf = _ => History.Empty,
            Targets = CsrMatrix.From(2, 4, [(0, 1, 4f), (0, 2, 2f), (0, 3, float.NaN), (1, 0, 5f)]),
            Names = Vocabulary.Of(["a", "b"]),
            Moments = [0, 0],
        });

    sealed class Reports : IProgress<EvaluationProgress>
    {
        public System.Collections.Concurrent.ConcurrentBag<EvaluationProgress> All { get; } = [];

        public void Report(EvaluationProgress value) => All.Add(value);
    }
}
