using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Recommender.Storage.Homes;
using Recommender.Tests.Storage;
using Recommender.Worker.Access;
using Recommender.Worker.Grpc.Health.V1;
using Recommender.Worker.Grpc.V1;
using Recommender.Worker.Grpc.Wire;
using Recommender.Worker.Serving;
using Xunit;

namespace Recommender.Tests.Worker.Grpc;

/// <summary>gRPC as a part of a whole worker.</summary>
public sealed class GrpcPipelineTests : IDisposable
{
    readonly TemporaryFolder _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_worker_lets_in_whom_its_gatekeeper_lets_in_and_says_how_it_is()
    {
        var home = HomeFolder.Open(_place.Path);
        using var state = await WorkerState.OpenAsync(home, TimeProvider.System, TestContext.Current.CancellationToken);
        await using var worker = WorkerHost.Create(new() { Home = home, Port = 0, GrpcPort = 0 }, state);
        await worker.StartAsync(TestContext.Current.CancellationToken);
        using var client = new RawClient(new Uri(worker.Urls.Last(url => url.StartsWith("http://127", StringComparison.Ordinal))).Port);
        var token = TokenIn(worker.Services.GetRequiredService<AccessRegister>());

        var health = await client.CallAsync("/grpc.health.v1.Health/Check", new HealthCheckRequest());
        var stranger = await client.CallAsync("Recommend", new RecommendRequest());
        var known = await client.CallAsync("Recommend", new RecommendRequest(), ("authorization", $"Bearer {token}"));
        var beyond = await client.CallAsync("RecordEvents", new RecordEventsRequest(), ("authorization", $"Bearer {token}"));

        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, Assert.Single(health.Messages<HealthCheckResponse>()).Status);
        Assert.Equal(StatusCode.Unauthenticated, stranger.Status);
        Assert.Equal(StatusCode.Unavailable, known.Status);
        Assert.Equal(StatusCode.PermissionDenied, beyond.Status);
    }

    static string TokenIn(AccessRegister register)
    {
        var text = TokenText.Create(false);
        var record = new TokenRecord { Hash = SecretHash.Of(text)!.Value.ToString(), Scopes = ["score"], Created = DateTime.UnixEpoch };
        register.Apply(new(new(TokenRecord.Kind, "default", "t1"), JsonSerializer.Serialize(record, AccessJson.Default.TokenRecord), 1, DateTime.UnixEpoch));
        return text;
    }
}
