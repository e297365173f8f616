using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Recommender.Storage.Homes;
using Recommender.Tests.Storage;
using Recommender.Worker.Access;
using Recommender.Worker.Serving;
using Recommender.Worker.Shops;
using Recommender.Worker.Telemetry;
using Xunit;

namespace Recommender.Tests.Worker.Telemetry.Health;

public sealed class StoppingTests : IAsyncDisposable
{
    readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource _came = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TemporaryFolder _home = new();
    readonly SocketsHttpHandler _handler = new();
    readonly WebApplication _app;

    public StoppingTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new ServeOptions { Home = HomeFolder.Open(_home.Path), Drain = TimeSpan.FromMinutes(1) }).AddSingleton(TimeProvider.System).AddAccess().AddShops();
        builder.AddTelemetry(new());
        _app = builder.Build();
        _app.UseAccess();
        _app.MapTelemetry();
        _app.MapGet("/slow", AnswerSlowly).AllowAnyone();
    }

    [Fact]
    public async Task While_requests_under_way_end_readiness_is_refused_and_life_is_not()
    {
        var cancelled = TestContext.Current.CancellationToken;
        await _app.StartAsync(cancelled);
        using var client = new HttpClient(_handler) { BaseAddress = new(_app.Urls.Single()) };
        Assert.Equal(HttpStatusCode.OK, await StatusOf("/readyz"));
        var slow = client.GetStringAsync("/slow", cancelled);
        await _came.Task.WaitAsync(cancelled);

        var stopping = _app.StopAsync(cancelled);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusOf("/readyz"));
        Assert.Equal(HttpStatusCode.OK, await StatusOf("/healthz"));
        _answer.SetResult();
        Assert.Equal("at last", await slow);
        await stopping;

        async Task<HttpStatusCode> StatusOf(string path)
        {
            using var answer = await client.GetAsync(path, cancelled);
            return answer.StatusCode;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _answer.TrySetResult();
        _handler.Dispose();
        await _app.DisposeAsync();
        _home.Dispose();
    }

    async Task<string> AnswerSlowly()
    {
        _came.TrySetResult();
        await _answer.Task;
        return "at last";
    }
}
