using Recommender.Worker.Grpc.Health.V1;
using Recommender.Worker.Grpc.Methods;
using Recommender.Worker.Grpc.Wire;
using Xunit;
using Status = Recommender.Worker.Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Recommender.Tests.Worker.Grpc;

public sealed class HealthTests : IAsyncLifetime
{
    readonly GrpcHost _host = new();
    RawClient? _client;

    RawClient Client => _client!;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        _client = new(_host.Port);
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task It_needs_no_token_and_says_how_each_service_is()
    {
        _host.Health.Set(RecommenderMethods.Service, isServing: false);

        Assert.Equal(Status.Serving, await CheckAsync(""));
        Assert.Equal(Status.NotServing, await CheckAsync(RecommenderMethods.Service));
        Assert.Equal(StatusCode.NotFound, (await Client.CallAsync("/grpc.health.v1.Health/Check", new HealthCheckRequest { Service = "other" })).Status);
    }

    [Fact]
    public async Task Who_watches_hears_each_change_once_and_goes_when_the_worker_ends()
    {
        var request = Client.Request("/grpc.health.v1.Health/Watch", RawClient.Framed(new HealthCheckRequest { Service = "late" }));
        using var response = await Client.BeginAsync(request, TestContext.Current.CancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Status.ServiceUnknown, await NextAsync(stream));
        _host.Health.Set("late", isServing: true);
        Assert.Equal(Status.Serving, await NextAsync(stream));
        _host.Health.Set("late", isServing: true);
        _host.Health.Set("another", isServing: true);
        _host.Health.Set("late", isServing: false);
        Assert.Equal(Status.NotServing, await NextAsync(stream));
        _host.Health.End();
        Assert.Null(await NextAsync(stream));
        Assert.Equal("14", response.TrailingHeaders.GetValues("grpc-status").Single());
    }

    async Task<Status> CheckAsync(string service) =>
        Assert.Single((await Client.CallAsync("/grpc.health.v1.Health/Check", new HealthCheckRequest { Service = service }, ("authorization", ""))).Messages<HealthCheckResponse>()).Status;

    static async Task<Status?> NextAsync(Stream stream)
    {
        var prefix = new byte[Frame.PrefixLength];
        if (await stream.ReadAtLeastAsync(prefix, prefix.Length, throwOnEndOfStream: false, TestContext.Current.CancellationToken) == 0) return null;

        var payload = new byte[prefix[^1]];
        await stream.ReadExactlyAsync(payload, TestContext.Current.CancellationToken);
        return HealthCheckResponse.Parser.ParseFrom(payload).Status;
    }
}
