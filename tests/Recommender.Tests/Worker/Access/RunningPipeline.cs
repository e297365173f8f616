using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Recommender.Core;
using Recommender.Worker.Access;
using Recommender.Worker.Problems;
using Xunit;

namespace Recommender.Tests.Worker.Access;

/// <summary>The pipeline on a real Kestrel, with endpoints that do what endpoints can do wrong.</summary>
public sealed class RunningPipeline : IAsyncLifetime
{
    readonly WebApplication _app;
    readonly SocketsHttpHandler _handler = new();

    public RunningPipeline()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.WebHost.ConfigureKestrel(KestrelLimits.Set).UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(Callers.Clock).AddAccess();
        builder.Services.AddSingleton(Callers.Register);
        _app = builder.Build();
        _app.UseAccess();
        Map(_app);
    }

    internal KnownCallers Callers { get; } = new();

    internal CaughtLog Log { get; } = new();

    internal HttpClient Client { get; private set; } = null!;

    internal Uri Address => Client.BaseAddress!;

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync();
        Client = new(_handler) { BaseAddress = new(_app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _handler.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>A request with a token.</summary>
    internal static HttpRequestMessage Ask(string path, string? token, HttpMethod? method = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    static void Map(WebApplication app)
    {
        app.MapGet("/who", (Principal principal) => principal.Tenant).RequireScope(Scope.Score);
        app.MapGet("/open", () => "open").AllowAnyone();
        app.MapGet("/forgotten", () => "nobody may call this");
        app.MapGet("/broken", string () => throw new InvalidOperationException("the password is swordfish")).AllowAnyone();
        app.MapGet("/mistake", string () => throw new UserErrorException("'n' is 0; it must be 1 to 1000.")).AllowAnyone();
        app.MapGet("/missing", () => Problem.Missing("data")).AllowAnyone();
        app.MapGet("/number", (int n) => n).AllowAnyone();
        app.MapPost("/body", (Body body) => body.N).AllowAnyone();
        app.MapPost("/baskets", (Body body) => body.N).AllowAnyone().WithBodyLimit(BodyLimit.Baskets);
    }

    sealed record Body(int N, string? Text);
}
