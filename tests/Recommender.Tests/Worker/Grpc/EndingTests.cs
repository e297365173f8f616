using Recommender.Worker.Grpc.V1;
using Recommender.Worker.Grpc.Wire;
using Xunit;

namespace Recommender.Tests.Worker.Grpc;

/// <summary>How calls end before their time: deadlines, clients that go, clients that take nothing.</summary>
public sealed class EndingTests(GrpcHost host) : IClassFixture<GrpcHost>, IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly RawClient _client = new(host.Port);

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("50m")]
    [InlineData("1n")]
    [InlineData("0S")]
    public async Task A_deadline_ends_the_work_and_is_told(string timeout)
    {
        var answer = await _client.CallAsync("/probe/Wait", new ScoreRequest(), ("grpc-timeout", timeout));

        Assert.Equal(StatusCode.DeadlineExceeded, answer.Status);
        await UntilAsync(() => host.Running == 0);
    }

    [Fact]
    public async Task A_deadline_also_ends_a_stream_whose_client_says_nothing_more()
    {
        var request = _client.Request("ScoreStream", [], ("grpc-timeout", "100m"));
        request.Content = new OpenContent(RawClient.Framed(new ScoreRequest { ItemIds = { host.Shop.Data.Items[0] } }));
        request.Content.Headers.ContentType = new("application/grpc");

        var answer = await _client.SendAsync(request);

        Assert.Equal(StatusCode.DeadlineExceeded, answer.Status);
        Assert.NotEmpty(answer.Body);
    }

    [Theory]
    [InlineData("10S")]
    [InlineData("99999999H")]
    public async Task A_deadline_that_has_not_passed_changes_nothing(string timeout) =>
        Assert.Equal(StatusCode.Ok, (await _client.CallAsync("Recommend", new RecommendRequest(), ("grpc-timeout", timeout))).Status);

    [Fact]
    public async Task A_deadline_that_nobody_understands_is_refused()
    {
        var answer = await _client.CallAsync("Recommend", new RecommendRequest(), ("grpc-timeout", "soon"));

        Assert.Equal(StatusCode.InvalidArgument, answer.Status);
        Assert.Contains("'soon'", answer.Message);
    }

    [Fact]
    public async Task A_client_that_goes_ends_the_work()
    {
        using var leaving = new CancellationTokenSource();
        var call = _client.BeginAsync(_client.Request("/probe/Wait", RawClient.Framed(new ScoreRequest())), leaving.Token);
        await UntilAsync(() => host.Running == 1);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await UntilAsync(() => host.Running == 0);
    }

    [Fact]
    public async Task A_client_that_takes_nothing_is_sent_no_more_than_its_window()
    {
        var response = await _client.BeginAsync(_client.Request("/probe/Endless", RawClient.Framed(new ScoreRequest())), TestContext.Current.CancellationToken);
        int before;
        do
        {
            before = host.Sent;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        while (host.Sent != before);

        Assert.Equal(1, host.Running);
        Assert.InRange(before, 1, 5000);
        response.Dispose();
        await UntilAsync(() => host.Running == 0);
    }

    static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (!condition()) await Task.Delay(10, patience.Token);
    }
}
