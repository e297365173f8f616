using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Tests.Storage;
using Recommender.Training.Trainers;
using Recommender.Training.Tuning;
using Recommender.Training.Views.Reports;
using Xunit;

namespace Recommender.Tests.Training.Tuning;

public sealed class TuningVerdictTests
{
    static readonly TuningPlan Plan = new(TrainerSpec.Parse("ease"), SearchRange.ParseList("lambda=10..2000,half_life=0|30"), 3, TimeSpan.FromMinutes(1), "all", "ndcg@20");

    [Theory]
    [InlineData(0.001, 0.004, "The tuned options beat the given ones on the test part: ndcg@20 0.1200 against 0.1175, difference +0.0025 [+0.0010, +0.0040].")]
    [InlineData(-0.004, -0.001, "The tuned options are worse than the given ones on the test part: ndcg@20 0.1150 against 0.1175, difference -0.0025 [-0.0040, -0.0010]. Keep those given.")]
    [InlineData(-0.001, 0.001, "There is no evidence of a gain on the test part: ndcg@20 0.1175 against 0.1175, difference 0.0000 [-0.0010, +0.0010], which holds 0.")]
    public void The_gain_is_said_in_words_with_its_evidence(double low, double high, string expected)
    {
        var value = (low + high) / 2;

        Assert.Equal(expected, TuningVerdict.Of(Result("ease(lambda=100)", new Difference("all", "ndcg@20", value, low, high) { First = 0.1175, Second = 0.1175 + value })));
    }

    [Fact]
    public void Where_the_given_options_win_there_is_nothing_to_gain() =>
        Assert.StartsWith("Nothing to gain was found: of 3 sets", TuningVerdict.Of(Result("ease")), StringComparison.Ordinal);

    [Fact]
    public void The_page_says_it_and_draws_the_course_and_each_option_that_was_varied()
    {
        using var folder = new TemporaryFolder();

        SearchPage.Write(folder.File("search.html"), Result("ease"));

        var page = File.ReadAllText(folder.File("search.html"));
        Assert.Contains("Nothing to gain was found", page, StringComparison.Ordinal);
        Assert.Equal(3, page.Split("<svg").Length - 1);   // the course, lambda and half_life
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
    }

    static TuningResult Result(string best, params Difference[] differences)
    {
        TuningTrial[] trials = [Trial("ease", 0.10), Trial("ease(lambda=20,half_life=30)", 0.12), Trial("ease(lambda=900,half_life=0)", 0.11)];
        var test = new EvaluationResult { Dataset = "shop", Snapshot = "abc", Split = Split.Parse("temporal"), Trainers = [] };
        return new(Plan, [Trial(best, 0.12), .. trials.Skip(1)], test, differences) { Trials = trials };
    }

    static TuningTrial Trial(string spec, double value) => new(TrainerSpec.Parse(spec), new(value, value - 0.01, value + 0.01), 1, 1);
}
