using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Training.Views.Reports;
using Recommender.Training.Views.Reports.Sections;
using Xunit;

namespace Recommender.Tests.Training.Reports;

public sealed class SummaryTests
{
    [Fact]
    public void A_model_that_loses_to_popularity_is_called_worse()
    {
        var real = ReportSamples.Real;
        var better = real.Results!.Trainers[1];
        var swapped = real with { Results = real.Results with { Trainers = [better with { Trainer = "popularity" }, real.Results.Trainers[0] with { Trainer = "ease" }] } };

        Assert.Contains(Better(real) ? " worse, and " : " better, and ", Words(swapped), StringComparison.Ordinal);
        Assert.Contains(Better(real) ? " better, and " : " worse, and ", Words(real), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_as_good_as_popularity_is_not_called_better()
    {
        var real = ReportSamples.Real;
        var same = real with { Results = real.Results! with { Trainers = [real.Results.Trainers[1] with { Trainer = "popularity" }, real.Results.Trainers[1]] } };

        Assert.Contains("there is no evidence that either is better", Words(same), StringComparison.Ordinal);
    }

    [Fact]
    public void Popularity_itself_and_a_model_without_it_are_compared_with_nothing()
    {
        var real = ReportSamples.Real;
        var alone = real with { Results = real.Results! with { Trainers = [real.Results.Trainers[1]] }, Chosen = 0 };

        Assert.Contains("itself the best-seller list", Words(real with { Chosen = 0 }), StringComparison.Ordinal);
        Assert.Contains("popularity was not measured beside it", Words(alone), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_foretold_ratings_the_smaller_error_is_better()
    {
        var real = ReportSamples.Real;
        var rated = real with
        {
            View = "ratings",
            Metric = "rmse",
            Results = real.Results! with { Trainers = [Rated("popularity", 1.0f), Rated("matrix-factorization", 0.5f)] },
        };

        Assert.Contains("Asked about the ratings that 50 customers gave, it reaches rmse 0.5", Words(rated), StringComparison.Ordinal);
        Assert.Contains(" better, and the difference of -0.5", Words(rated), StringComparison.Ordinal);
        Assert.Equal(["matrix-factorization", "popularity"], ScoreBoard.Of(rated).Contenders.Select(contender => contender.Label));
    }

    static TrainerResult Rated(string trainer, float error)
    {
        var errors = new PersonValues([.. Enumerable.Range(0, 50).Select(person => error + person % 5 * 0.01f)]);
        var view = new ViewResult
        {
            Name = "ratings",
            Cases = [.. Enumerable.Range(0, 50)],
            Metrics = new Dictionary<string, Measurement> { ["rmse"] = new(errors.Mean(), error, error + 0.04) },
            Persons = new Dictionary<string, PersonValues> { ["rmse"] = errors },
        };
        return new() { Trainer = trainer, Options = new Dictionary<string, string>(), Seconds = 1, PeakMegabytes = 1, Evaluation = new(Vocabulary.Of(Enumerable.Range(0, 50).Select(person => $"p{person}")), [view]) };
    }

    static bool Better(ReportContent content) => Value(content.Results!.Trainers[1]) > Value(content.Results.Trainers[0]);

    static double Value(TrainerResult trainer) => trainer.Evaluation["all"]!.Metrics["ndcg@20"].Value;

    static string Words(ReportContent content) => SummarySection.Of(content, ScoreBoard.Of(content)).Text;
}
