using Recommender.Engine.Pool;
using Xunit;

namespace Recommender.Tests.Engine.Pool;

public sealed class TenantTests : PoolFixture
{
    static readonly TimeSpan Often = TimeSpan.FromMilliseconds(20);

    [Fact]
    public void Tenants_with_the_same_names_get_their_own_models()
    {
        Store("rose").Model("beauty").Publish("a");
        Store("lily").Model("beauty").Publish("b");

        using var one = Pool.TakeModel("rose");
        using var two = Pool.TakeModel("lily");

        Assert.Equal(("rose", "a-00"), (one.Version.Tenant, one.Version.Items[0]));
        Assert.Equal(("lily", "b-00"), (two.Version.Tenant, two.Version.Items[0]));
        Assert.Equal("lily", Assert.Single(Pool.Status("lily")).Tenant);
        Assert.Contains("Models: none yet", Sentence(tenant: "iris"));
    }

    [Fact]
    public async Task First_questions_at_once_load_a_model_once()
    {
        Beauty.Publish();
        var loads = 0;
        Open(new() { WarmUp = _ => Interlocked.Increment(ref loads), Waiting = 100 });

        var versions = await Task.WhenAll(Enumerable.Range(0, 40).Select(at => Task.Run(async () =>
        {
            using var lease = await Pool.TakeModelAsync(Tenant, at % 2 == 0 ? "beauty" : null, Token);
            return lease.Version.Version;
        }, Token)));

        Assert.All(versions, version => Assert.Equal(1, version));
        Assert.Equal(1, loads);
    }

    [Fact]
    public async Task A_slow_load_keeps_nobody_waiting_but_those_who_have_nothing_yet()
    {
        Store("slow").Model("beauty").Publish();
        Store("quick").Model("beauty").Publish();
        using var goOn = new ManualResetEventSlim();
        Open(new() { Poll = Often, FirstUse = TimeSpan.FromMilliseconds(30), Waiting = 2, WarmUp = version => { if (version.Tenant == "slow" || version.Version == 2) goOn.Wait(Token); return null; } });

        var waiting = Pool.TakeModelAsync("slow", "beauty", Token);
        Assert.True(Assert.Throws<NoModelException>(() => Version(tenant: "slow")).IsLoading);
        using (var first = await Pool.TakeModelAsync("quick", "beauty", Token)) Assert.Equal(1, first.Version.Version);
        Store("quick").Model("beauty").Publish();
        await Task.Delay(10 * Often, Token);
        Assert.Equal(1, Version(tenant: "quick"));
        using var given = new CancellationTokenSource(Often);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Pool.TakeModelAsync("slow", "beauty", given.Token));

        goOn.Set();
        using (var lease = await waiting) Assert.Equal(1, lease.Version.Version);
        await Soon(() => Version(tenant: "quick") == 2);
    }

    [Fact]
    public async Task More_questions_than_may_wait_are_told_at_once()
    {
        Beauty.Publish();
        using var goOn = new ManualResetEventSlim();
        Open(new() { Waiting = 1, FirstUse = TimeSpan.FromMinutes(1), WarmUp = _ => { goOn.Wait(Token); return null; } });

        var first = Task.Run(() => Version(), Token);
        await Soon(() => Pool.Status().Count == 1);
        await Task.Delay(Often, Token);
        Assert.True(Assert.Throws<NoModelException>(() => Version()).IsLoading);

        goOn.Set();
        Assert.Equal(1, await first);
    }

    [Fact]
    public async Task Under_a_memory_cap_what_was_not_asked_for_longest_is_let_go()
    {
        var bytes = PublishFor(8);
        Open(new() { Poll = TimeSpan.FromMinutes(1), MemoryCap = 4 * bytes, Pinned = new HashSet<string>(["tenant-0"]) });

        for (var tenant = 0; tenant < 4; tenant++) await Ask(tenant);
        await Ask(1);
        using var held = Pool.TakeModel("tenant-2");
        await Ask(4);
        Assert.Equal([0, 1, 2, 4], Live());

        await Ask(5);
        Assert.Equal([0, 2, 4, 5], Live());
        Assert.Equal("a-39", held.Version.Items[39]);
        await Ask(3);
        Assert.Equal([0, 2, 3, 5], Live());
    }

    [Fact]
    public async Task Hundreds_of_tenants_take_turns_in_little_memory()
    {
        const int Tenants = 200;
        var bytes = PublishFor(Tenants);
        Open(new() { MemoryCap = 10 * bytes, Poll = TimeSpan.FromMilliseconds(10) });

        await Parallel.ForEachAsync(Enumerable.Range(0, 2 * Tenants), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Token }, async (turn, stop) =>
        {
            using var lease = await Pool.TakeModelAsync($"tenant-{turn % Tenants}", null, stop);
            Assert.Equal($"tenant-{turn % Tenants}", lease.Version.Tenant);
        });

        await Pool.LookAsync(Token);
        await Pool.LookAsync(Token);
        Assert.InRange(Live().Count, 1, 10);
        Assert.Empty(Log.Errors);
    }

    [Fact]
    public void A_version_larger_than_all_memory_is_refused_with_both_numbers()
    {
        var bytes = PublishFor(1);
        Open(new() { MemoryCap = bytes - 1 });

        Assert.Contains("can be read", Sentence(null, "tenant-0"));
        Assert.Contains($"needs {bytes} bytes of memory; all models together may take {bytes - 1}", Assert.Single(Log.Errors));
    }

    [Fact]
    public async Task What_nobody_asks_for_is_let_go_and_comes_back_when_it_is_asked_for()
    {
        Beauty.Publish();
        Store("pinned").Model("beauty").Publish();
        Open(new() { Poll = Often, Idle = 3 * Often, Pinned = new HashSet<string>(["pinned"]) });
        Version();
        Version(tenant: "pinned");

        await Soon(() => Pool.Status(Tenant).Count == 0);

        Assert.Single(Pool.Status("pinned"));
        Assert.Equal(1, Version());
    }

    [Fact]
    public async Task A_model_that_is_not_followed_stays_as_it_was_found()
    {
        Beauty.Publish();
        Open(new() { Follows = (_, model) => model != "beauty" });
        Version();
        Beauty.Publish();
        await Pool.LookAsync(Token);

        Assert.Equal(1, Version());
    }

    // The bytes of one of them.
    long PublishFor(int tenants)
    {
        for (var tenant = 0; tenant < tenants; tenant++) Store($"tenant-{tenant}").Model("beauty").Publish();
        return Store("tenant-0").Model("beauty").Version(1).Manifest.Bytes;
    }

    async Task Ask(int tenant)
    {
        Version(null, $"tenant-{tenant}");
        await Pool.LookAsync(Token);
        await Pool.LookAsync(Token);
    }

    IReadOnlyList<int> Live() => [.. Pool.Status().Select(status => int.Parse(status.Tenant.Split('-')[1])).Order()];
}
