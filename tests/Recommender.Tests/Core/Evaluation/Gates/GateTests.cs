using Recommender.Core;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Gates;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Store;
using Recommender.Tests.Core.Evaluation.Stored;
using Xunit;

namespace Recommender.Tests.Core.Evaluation.Gates;

public sealed class GateTests
{
    static readonly GateOptions None = new() { BeatsPopularity = false, NotWorseThan = null, LoadCheck = false };

    [Theory]
    [InlineData(0.24, true, "ndcg@20 .2500 [.2400, .2600] reaches the .2400")]
    [InlineData(0.25, true, "ndcg@20 .2500 [.2400, .2600] reaches the .2500")]
    [InlineData(0.26, false, "ndcg@20 .2500 [.2400, .2600] is below the demanded .2600")]
    public void A_minimum_holds_the_metric_against_a_number(double minimum, bool passed, string sentence) =>
        Assert.Equal(new("minimum ndcg@20", passed, sentence), Only(None with { Minimum = MinimumText.Parse(FormattableString.Invariant($"ndcg@20={minimum}")) }, Good(0.25f)));

    [Fact]
    public void A_minimum_of_what_was_not_measured_does_not_pass()
    {
        Assert.Equal("recall@20 was not measured in the view all; measured are ndcg@20, coverage@20", Failed(None with { Minimum = MinimumText.Parse("recall@20=0.1") }, Good(0.25f)));
        Assert.Equal("the view new was not measured; measured are all", Failed(None with { Minimum = MinimumText.Parse("ndcg@20=0.1"), View = "new" }, Good(0.25f)));
    }

    [Fact]
    public void Of_an_error_the_minimum_is_the_most()
    {
        var result = GivenFigures.Result() with { Trainers = [GivenFigures.Trainer("matrix-factorization", Ratings(1.1f))] };
        var gates = None with { View = "ratings", Metric = "rmse" };

        Assert.Equal(new("minimum rmse", true, "rmse 1.1000 is within the allowed 1.2000"), Only(gates with { Minimum = MinimumText.Parse("rmse=1.2") }, new(Version(), result, null)));
        Assert.Equal("rmse 1.1000 is above the allowed 1.0000", Failed(gates with { Minimum = MinimumText.Parse("rmse=1") }, new(Version(), result, null)));
    }

    [Fact]
    public void Popularity_must_be_beaten_with_evidence()
    {
        var gates = None with { BeatsPopularity = true };

        Assert.Equal(new("beats popularity", true, "ndcg@20 .5000 [.4900, .5100] is above popularity's .2500 (difference +.2500 [+.2500, +.2500])"), Only(gates, Against(0.5f, 0.25f)));
        Assert.Equal("ndcg@20 .2500 [.2400, .2600] is not above popularity's .5000 (difference -.2500 [-.2500, -.2500])", Failed(gates, Against(0.25f, 0.5f)));
        Assert.Equal("ndcg@20 .2500 [.2400, .2600] is not above popularity's .2500 (difference .0000 [.0000, .0000])", Failed(gates, Against(0.25f, 0.25f)));
    }

    [Fact]
    public void A_lead_that_chance_explains_does_not_beat_popularity()
    {
        var (candidate, popularity) = (GivenFigures.Everybody(0.25f), GivenFigures.Everybody(0.25f));
        candidate[0] = 0.5f;   // one person of 400: many draws leave them out

        var sentence = Failed(None with { BeatsPopularity = true }, new(Version(), GivenFigures.Result(("ease", candidate), ("popularity", popularity)), null));

        Assert.StartsWith("ndcg@20 .2506 [.2406, .2606] is not above popularity's .2500 (difference +.0006 [.0000, ", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_baseline_or_an_evaluation_nothing_shows_that_popularity_is_beaten()
    {
        var gates = None with { BeatsPopularity = true };

        Assert.Equal("popularity was not measured beside it, so nothing shows that it is better", Failed(gates, Good(0.25f)));
        Assert.Equal("the version has no stored evaluation, so nothing shows what it is worth", Failed(gates, new(Version(), null, null)));
    }

    [Fact]
    public void The_first_version_has_nothing_to_be_worse_than() =>
        Assert.Equal(new("not worse than production", true, "nothing is live as production yet"), Only(None with { NotWorseThan = "production" }, Good(0.25f)));

    [Fact]
    public void What_is_live_is_not_worse_than_itself() =>
        Assert.Equal(new("not worse than production", true, "version 8 is itself production"), Only(None with { NotWorseThan = "production" }, Good(0.25f) with { Rival = new(8, null) }));

    [Theory]
    [InlineData(0.5f, true, "ndcg@20 .5000 [.4900, .5100] is better than .2500 of version 7 (difference +.2500 [+.2500, +.2500])")]
    [InlineData(0.25f, true, "ndcg@20 .2500 [.2400, .2600] is no worse than .2500 of version 7 (difference .0000 [.0000, .0000])")]
    [InlineData(0.125f, false, "ndcg@20 .1250 [.1150, .1350] is worse than .2500 of version 7 (difference -.1250 [-.1250, -.1250])")]
    public void What_is_worse_than_production_with_evidence_does_not_pass(float value, bool passed, string sentence) =>
        Assert.Equal(new("not worse than production", passed, sentence), Only(None with { NotWorseThan = "production" }, Good(value) with { Rival = Rival(0.25f) }));

    [Fact]
    public void A_loss_that_chance_explains_passes()
    {
        var candidate = GivenFigures.Everybody(0.25f);
        candidate[0] = 0;

        Assert.True(Only(None with { NotWorseThan = "production" }, new(Version(), GivenFigures.Result(("ease", candidate)), Rival(0.25f))).Passed);
    }

    [Fact]
    public void Production_without_an_evaluation_says_why_it_cannot_be_compared()
    {
        var gates = None with { NotWorseThan = "production" };

        Assert.Equal("version 7 cannot be compared: it has no stored evaluation", Failed(gates, Good(0.25f) with { Rival = new(7, null) }));
        Assert.Equal("version 7 cannot be compared: its dataset is gone", Failed(gates, Good(0.25f) with { Rival = new(7, null) { Obstacle = "its dataset is gone." } }));
        Assert.Equal("the version has no stored evaluation, so nothing shows what it is worth", Failed(gates, new(Version(), null, Rival(0.25f))));
    }

    [Fact]
    public void Production_measured_on_other_data_or_another_cut_is_no_rival()
    {
        var (gates, live) = (None with { NotWorseThan = "production" }, Rival(0.25f).Evaluation!);

        Assert.Equal(
            "version 7 was measured on other data, shop fedcba987654 split temporal with seed 17, than this one, shop 0123456789ab split temporal with seed 17; measure its recipe on the same",
            Failed(gates, Good(0.25f) with { Rival = new(7, live with { Snapshot = "fedcba9876543210" }) }));
        Assert.Contains("split holdout:0.2 with seed 3", Failed(gates, Good(0.25f) with { Rival = new(7, live with { Split = Split.Parse("holdout:0.2", 3) }) }), StringComparison.Ordinal);
        Assert.True(Only(gates, Good(0.25f) with { Rival = new(7, live with { Split = Split.Parse("temporal", 3) }) }).Passed);   // a cut in time leaves nothing to chance
    }

    [Theory]
    [InlineData(0.4, true, "coverage@20 .4000 reaches the .4000")]
    [InlineData(0.5, false, "coverage@20 .4000 is below the demanded .5000")]
    public void Coverage_is_a_share_of_the_items(double least, bool passed, string sentence) =>
        Assert.Equal(new("coverage", passed, sentence), Only(None with { MinCoverage = least }, Good(0.25f)));

    [Theory]
    [InlineData(2.5, true, "2.5 MB are within the allowed 2.5 MB")]
    [InlineData(2.4, false, "2.5 MB are more than the allowed 2.4 MB")]
    public void Size_counts_every_file(double most, bool passed, string sentence) =>
        Assert.Equal(new("size", passed, sentence), Only(None with { MaxMegabytes = most }, Good(0.25f)));

    [Fact]
    public void A_version_that_is_not_there_does_not_load() =>
        Assert.Contains("names no model.safetensors", Failed(None with { LoadCheck = true }, Good(0.25f)), StringComparison.Ordinal);

    [Fact]
    public void Every_gate_that_is_set_speaks_even_after_a_refusal()
    {
        var gates = new GateOptions { Minimum = MinimumText.Parse("ndcg@20=0.9,recall@20=0.1"), MinCoverage = 0.1, MaxMegabytes = 1 };

        Assert.Equal(
            ["minimum ndcg@20", "minimum recall@20", "beats popularity", "not worse than production", "coverage", "size", "load"],
            Check(gates, Against(0.5f, 0.25f)).Select(verdict => verdict.Name));
        Assert.Empty(Check(None, Good(0.25f)));
    }

    [Theory]
    [InlineData("novelty@20", "no metric that decides")]
    [InlineData("ndgc@20", "Did you mean 'ndcg'?")]
    [InlineData("ndcg", "Write ndcg@20")]
    [InlineData("ndcg@no", "Write ndcg@20")]
    [InlineData("rmse@20", "Write rmse")]
    public void A_metric_that_decides_nothing_is_refused(string metric, string said) =>
        Assert.Contains(said, Assert.Throws<UserErrorException>(() => Check(None with { Metric = metric }, Good(0.25f))).Message, StringComparison.Ordinal);

    static GateVerdict Only(GateOptions gates, GateEvidence evidence) => Assert.Single(Check(gates, evidence));

    static string Failed(GateOptions gates, GateEvidence evidence)
    {
        var verdict = Only(gates, evidence);
        Assert.False(verdict.Passed);
        return verdict.Sentence;
    }

    static IReadOnlyList<GateVerdict> Check(GateOptions gates, GateEvidence evidence) =>
        Gate.Check(gates, evidence with { Bootstrap = new() { Resamples = 200, Threads = 1 } }, TestContext.Current.CancellationToken);

    static GateEvidence Good(float value) => new(Version(), GivenFigures.Result(("ease", GivenFigures.Everybody(value))), Rival: null);

    static GateEvidence Against(float value, float popularity) =>
        new(Version(), GivenFigures.Result(("ease", GivenFigures.Everybody(value)), ("popularity", GivenFigures.Everybody(popularity))), Rival: null);

    static GateRival Rival(float value) => new(7, GivenFigures.Result(("ease", GivenFigures.Everybody(value))));

    static ViewResult Ratings(float error) => new()
    {
        Name = "ratings",
        Cases = [0],
        Metrics = new Dictionary<string, Measurement> { ["rmse"] = new(error, Low: null, High: null) },
        Persons = new Dictionary<string, PersonValues> { ["rmse"] = new([error * error], [1], isRoot: true) },
    };

    static SealedFolder Version() => new("/nowhere", new()
    {
        Model = "beauty", Version = 8, Trainer = "ease", Options = [], Seed = 17, Dataset = "shop", Snapshot = GivenFigures.Snapshot, Created = DateTime.UnixEpoch, Seconds = 1, PeakMb = 1,
        Engine = "1.0.0", Customers = 1, Items = 1, Now = 0, Files = [new("a.safetensors", 2_000_000, "00"), new("b.safetensors", 500_000, "00")],
    });
}
