using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Recommender.Engine.Answers;
using Recommender.Engine.Pool;
using Recommender.Storage.Homes;
using Recommender.Tests.Engine.Answers;
using Recommender.Tests.Storage;
using Recommender.Tests.Worker.Access;
using Recommender.Worker.Access;
using Recommender.Worker.Api;
using Recommender.Worker.Problems;
using Recommender.Worker.Reference;

namespace Recommender.Tests.Worker.Api;

/// <summary>The endpoints behind a real server on a free port, answering from real models on disk; a second shop has none.</summary>
public sealed class ApiServer : IDisposable
{
    readonly AnsweringShop _shop = new();
    readonly TemporaryFolder _home = new();
    readonly KnownCallers _callers = new();
    readonly WebApplication _app;

    public ApiServer()
    {
        var empty = new Storefront(_shop.Front.Shop, _ => throw new NoModelException("No model is live.") { IsLoading = true }, _ => throw new NoModelException("No matrix is live."));
        var home = HomeFolder.Open(_home.Path);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            KestrelLimits.Set(kestrel);
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        builder.Services.AddSingleton<TimeProvider>(_callers.Clock).AddAccess();
        builder.Services.AddSingleton(_callers.Register);
        builder.Services.AddSingleton<ExceptionProblem>(ApiProblems.Of);
        _app = builder.Build();
        _app.UseAccess();
        _app.MapReference();
        _app.MapApi(new(context => new(context.Request.Headers.ContainsKey("X-Empty") ? empty : _shop.Front, home, "tester"), TimeProvider.System));
        _app.StartAsync().GetAwaiter().GetResult();
        Client = new(new SocketsHttpHandler()) { BaseAddress = new(_app.Urls.Single()) };
        Client.DefaultRequestHeaders.Authorization = new("Bearer", _callers.Token("default", Scope.Score | Scope.Insights | Scope.Admin));
    }

    public HttpClient Client { get; }

    public string Home => _home.Path;

    internal AnsweringShop Shop => _shop;

    public void Dispose()
    {
        Client.Dispose();
        _app.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_app).Dispose();
        _shop.Dispose();
        _home.Dispose();
    }

    /// <summary>A publishable key for a shop's origin.</summary>
    public string KeyFor(string origin) => _callers.Token("default", Scope.Score, record => record with { Origins = [origin] }, origin);

    public Task<Reply> Post(string path, string body, params (string Name, string Value)[] headers) => Send(HttpMethod.Post, path, body, headers);

    public Task<Reply> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, headers);

    public async Task<Reply> Send(HttpMethod method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : $"/api/v1/{path}");
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var json = text.Length > 0 && response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true ? JsonNode.Parse(text) : null;
        return new(response.StatusCode, text, json, response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value)), response.Content.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value)));
    }
}
