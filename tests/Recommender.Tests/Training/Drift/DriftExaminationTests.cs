using Recommender.Training.Drift;
using Xunit;

namespace Recommender.Tests.Training.Drift;

public sealed class DriftExaminationTests : IDisposable
{
    readonly MovingShop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Where_nothing_changes_there_is_seldom_an_alarm()
    {
        var reports = Enumerable.Range(0, 40).Select(seed => _shop.Examine(seed)).ToArray();

        Assert.All(reports, report => Assert.All(report.Checks, check => Assert.NotEqual(DriftVerdict.TooLittleData, check.Verdict)));
        Assert.InRange(reports.Count(report => report.Verdict == DriftVerdict.Drifted), 0, 1);   // under 5 %
    }

    [Fact]
    public void New_items_are_found_with_their_share()
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var report = _shop.Examine(seed, (random, taste) => (taste, random.Chance(0.3) ? MovingShop.Items + random.Below(20) : -1));

            var check = report.Checks[0];
            Assert.Equal(DriftVerdict.Drifted, check.Verdict);
            Assert.InRange(check.Figure!.Value.Value, 0.28, 0.38);   // a basket lists an item once, and the known ones meet more often
            Assert.Contains("20 of the ", check.Sentence, StringComparison.Ordinal);
            Assert.Equal(DriftVerdict.Ok, report.Checks[1].Verdict);   // of what is known, nothing is more popular than before
            Assert.StartsWith("new items: ", report.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Purchases_that_move_to_other_items_are_found()
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var report = _shop.Examine(seed, (random, taste) => (taste, random.Chance(0.3) ? 5 : -1));

            Assert.Equal((DriftVerdict.Ok, DriftVerdict.Drifted), (report.Checks[0].Verdict, report.Checks[1].Verdict));
            Assert.InRange(report.Checks[1].Figure!.Value.Value, 0.15, 0.3);
        }
    }

    [Fact]
    public void A_model_whose_customers_changed_their_taste_is_found_by_its_own_figure()
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var report = _shop.Examine(seed, (_, taste) => ((taste + 1) % MovingShop.Tastes, -1));

            Assert.Equal((DriftVerdict.Ok, DriftVerdict.Ok, DriftVerdict.Drifted), (report.Checks[0].Verdict, report.Checks[1].Verdict, report.Checks[2].Verdict));
            Assert.Contains("ndcg@20", report.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_model_of_ratings_is_asked_for_those_given_since()
    {
        for (var seed = 0; seed < 3; seed++)
        {
            var (same, changed) = (_shop.ExamineRatings(seed, isChanged: false).Checks[2], _shop.ExamineRatings(seed, isChanged: true).Checks[2]);

            Assert.True((same.Verdict, changed.Verdict) == (DriftVerdict.Ok, DriftVerdict.Drifted), $"{same.Sentence}; {changed.Sentence}");
            Assert.StartsWith("rmse ", changed.Sentence, StringComparison.Ordinal);
            Assert.True(changed.Figure!.Value.Low > 0.1);
        }
    }

    [Fact]
    public void Limits_are_those_asked_for()
    {
        var report = _shop.Examine(1, (random, taste) => (taste, random.Chance(0.3) ? MovingShop.Items + random.Below(20) : -1), new() { MaxNewItems = 0.5 });

        Assert.Equal((DriftVerdict.Ok, 0.5), (report.Checks[0].Verdict, report.Checks[0].Limit));
    }

    [Fact]
    public void Without_new_purchases_nothing_can_be_said()
    {
        var report = _shop.Examine(1, weeks: 12);

        Assert.Equal(DriftVerdict.TooLittleData, report.Verdict);
        Assert.Empty(report.Reason);
        Assert.Contains("0 lines since", report.Checks[0].Sentence, StringComparison.Ordinal);
    }
}
