using Recommender.Storage.Homes;
using Recommender.Worker.Telemetry.Health;
using Xunit;

namespace Recommender.Tests.Worker.Telemetry.Health;

public sealed class DrainingTests
{
    static readonly TimeSpan Drain = TimeSpan.FromMilliseconds(400);

    readonly RequestsUnderWay _requests = new();
    readonly Draining _draining;

    public DrainingTests() => _draining = new(_requests, new() { Home = HomeFolder.Open("home"), Drain = Drain });

    [Fact]
    public async Task It_is_said_at_once_and_waits_for_what_was_under_way_and_not_for_what_comes_after()
    {
        var (before, after) = (new TaskCompletionSource(), new TaskCompletionSource());
        var answering = Ask(before.Task);

        var stopping = Patient().StoppingAsync(TestContext.Current.CancellationToken);
        var coming = Ask(after.Task);
        Assert.False(stopping.IsCompleted);
        before.SetResult();

        await stopping;
        await answering;
        Assert.False(coming.IsCompleted);
    }

    [Fact]
    public async Task A_request_that_does_not_end_leaves_the_server_half_of_the_time()
    {
        _ = Ask(new TaskCompletionSource().Task);
        Assert.False(_draining.IsDraining);

        var stopping = _draining.StoppingAsync(TestContext.Current.CancellationToken);

        Assert.True(_draining.IsDraining);
        await stopping.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Without_requests_nothing_is_waited_for() => await Patient().StoppingAsync(TestContext.Current.CancellationToken);

    Draining Patient() => new(_requests, new() { Home = HomeFolder.Open("home"), Drain = TimeSpan.FromHours(1) });

    async Task Ask(Task answer)
    {
        var crowd = _requests.Enter();
        await answer;
        crowd.Leave();
    }
}
