using Recommender.Engine.Pool;
using Recommender.Engine.Pool.Trials;
using Xunit;

namespace Recommender.Tests.Engine.Pool;

public sealed class TrialTests : PoolFixture
{
    static readonly string[] Visitors = [.. Enumerable.Range(0, 4000).Select(number => $"visitor {number}")];

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(.1, 300, 500)]
    [InlineData(1, 4000, 4000)]
    public async Task A_share_of_visitors_gets_the_candidate_and_the_same_ones_again(double share, int fewest, int most)
    {
        await Begin(new() { Share = share, Salt = "spring" });

        var first = Visitors.Where(IsTried).ToArray();

        Assert.InRange(first.Length, fewest, most);
        Assert.Equal(first, Visitors.Where(IsTried));
        Assert.Equal(1, Version());
        Assert.False(IsTried(null));
        Assert.True(IsTried("visitor 1", "beauty@candidate"));
        Assert.False(IsTried("visitor 1", "beauty@1"));
    }

    [Fact]
    public async Task Another_salt_picks_others()
    {
        await Begin(new() { Share = .5, Salt = "spring" });
        var spring = Visitors.Where(IsTried).ToHashSet();
        await Begin(new() { Share = .5, Salt = "autumn" }, publishes: false);
        var autumn = Visitors.Where(IsTried).ToHashSet();

        Assert.InRange(spring.Intersect(autumn).Count(), 850, 1150);
        await Pool.EndTrialAsync(Tenant, "beauty");
        Assert.DoesNotContain(Visitors, IsTried);
    }

    [Fact]
    public async Task A_candidate_that_fails_clearly_more_often_is_stopped_and_its_next_version_is_tried_again()
    {
        await Begin(new() { Share = .5 });

        Report(TimeSpan.FromMilliseconds(1), candidate: (TimeSpan.FromMilliseconds(1), FailsEach: 4));
        await Pool.LookAsync(Token);

        var status = Assert.Single(Pool.Trials());
        Assert.Matches("^Version 2 was stopped: 2.* % of its [0-9]+ answers failed, of version 1's [0-9]+ it was 0.0 %.$", status.Stopped);
        Assert.Contains("after 20 answers of both versions, it fails more often by 4 standard deviations", status.Rule);
        Assert.DoesNotContain(Visitors, IsTried);
        Beauty.Publish("c", alias: "candidate");
        await Pool.LookAsync(Token);
        await Pool.LookAsync(Token);
        Assert.Contains(Visitors, IsTried);
        Assert.Equal((3, 0L, null), (Pool.Trials()[0].Candidate.Version, Pool.Trials()[0].Candidate.Answers, Pool.Trials()[0].Stopped));
    }

    [Theory]
    [InlineData(1.2, false)]
    [InlineData(3, true)]
    public async Task A_candidate_that_is_clearly_slower_is_stopped(double times, bool isStopped)
    {
        await Begin(new() { Share = .5 });

        Report(TimeSpan.FromMilliseconds(2), candidate: (TimeSpan.FromMilliseconds(2 * times), FailsEach: 100_000));
        await Pool.LookAsync(Token);

        Assert.Equal(isStopped, Pool.Trials()[0].Stopped is not null);
        Assert.Equal(!isStopped, Visitors.Any(IsTried));
    }

    [Fact]
    public async Task Chance_alone_stops_nobody()
    {
        await Begin(new() { Share = .5 });
        var random = new Random(5);
        for (var time = 0; time < 20; time++)
        {
            foreach (var visitor in Visitors)
            {
                using var lease = Pool.TakeModel(Tenant, "beauty", visitor);
                lease.Report(TimeSpan.FromMilliseconds(1 / (.001 + random.NextDouble())), random.NextDouble() < .02);
            }
            await Pool.LookAsync(Token);
            Assert.Null(Pool.Trials()[0].Stopped);
        }
    }

    [Fact]
    public async Task A_shadow_never_answers_and_is_compared_with_what_was_answered()
    {
        await Begin(new() { Share = 1, IsShadow = true });
        Assert.DoesNotContain(Visitors, IsTried);

        for (var time = 0; time < 50; time++) Shadowed(version => [$"x-{time}", "same", $"{version.Items[0]}"]);

        await Soon(() => Pool.Trials()[0].Candidate.Answers == 50);
        Assert.Equal(1.0 / 3, Pool.Trials()[0].Overlap, 6);
        Assert.Equal(0, Pool.Trials()[0].Candidate.Failures);
    }

    [Fact]
    public async Task A_shadow_that_is_behind_leaves_questions_out_and_one_that_throws_is_counted()
    {
        await Begin(new() { Share = 1, IsShadow = true, Queue = 2 });
        using var goOn = new ManualResetEventSlim();
        Shadowed(_ => { goOn.Wait(Token); throw new InvalidOperationException("wrong"); });
        await Task.Delay(50, Token);

        for (var time = 0; time < 10; time++) Shadowed(_ => ["same"]);

        Assert.Equal(8, Pool.Trials()[0].LeftOut);
        goOn.Set();
        await Soon(() => Pool.Trials()[0].Candidate is { Answers: 3, Failures: 1 });
    }

    [Fact]
    public async Task A_trial_without_its_candidate_or_with_a_share_beyond_all_is_refused()
    {
        Beauty.Publish();

        Assert.Contains("'beauty' has no 'candidate'", (await Assert.ThrowsAsync<NoModelException>(() => Pool.BeginTrialAsync(Tenant, "beauty", new(), Token))).Message);
        Assert.Contains("Share is 2; it must be 0 to 1", (await Assert.ThrowsAsync<Recommender.Core.UserErrorException>(() => Pool.BeginTrialAsync(Tenant, "beauty", new() { Share = 2 }, Token))).Message);
    }

    async Task Begin(TrialOptions options, bool publishes = true)
    {
        if (publishes)
        {
            Beauty.Publish("a");
            Beauty.Publish("b", alias: "candidate");
        }
        await Pool.BeginTrialAsync(Tenant, "beauty", options, Token);
    }

    bool IsTried(string? visitor) => IsTried(visitor, null);

    bool IsTried(string? visitor, string? reference)
    {
        using var lease = Pool.TakeModel(Tenant, reference, visitor);
        Assert.Equal(lease.Version.Version == 1, !lease.IsCandidate && reference != "beauty@candidate");
        return lease.Version.Version > 1;
    }

    void Report(TimeSpan live, (TimeSpan Took, int FailsEach) candidate)
    {
        var tried = 0;
        foreach (var visitor in Visitors)
        {
            using var lease = Pool.TakeModel(Tenant, "beauty", visitor);
            if (lease.IsCandidate) lease.Report(candidate.Took, ++tried % candidate.FailsEach == 0);
            else lease.Report(live);
        }
    }

    void Shadowed(Func<LiveModel, IReadOnlyList<string>> ask)
    {
        using var lease = Pool.TakeModel(Tenant, null, "ada");
        Assert.True(lease.IsShadowed);
        lease.Shadow(["same", "other"], ask);
    }
}
