using Recommender.Storage.Homes;
using Recommender.Tests.Engine.Pool;
using Recommender.Tests.Storage;
using Recommender.Worker.Serving;
using Xunit;

namespace Recommender.Tests.Worker.Telemetry;

/// <summary>A whole worker on ports of its own, on a home with one live model, and a client of its REST port.</summary>
public sealed class TelemetryWorker : IAsyncLifetime
{
    readonly TemporaryFolder _home = new();
    readonly SocketsHttpHandler _handler = new();
    RunningWorker _worker = null!;

    internal HttpClient Client { get; private set; } = null!;

    internal string GrpcAddress => _worker.Urls[1];

    public async ValueTask InitializeAsync()
    {
        var home = HomeFolder.Open(_home.Path);
        home.Tenant(HomeFolder.DefaultTenant).Models.Model("beauty").Publish();
        _worker = await RunningWorker.StartAsync(new() { Home = home, Port = 0, GrpcPort = 0 }, TestContext.Current.CancellationToken);
        Client = new(_handler) { BaseAddress = new(_worker.Urls[0]) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _handler.Dispose();
        await _worker.DisposeAsync();
        _home.Dispose();
    }
}
