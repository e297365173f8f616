using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Xunit;

namespace Recommender.EndToEnd.Serving;

/// <summary>A worker that runs, and somebody who asks it over HTTP.</summary>
sealed class ServingWorker(Launched launched) : IDisposable
{
    const string Models = "/api/v1/models";

    readonly HttpClient _client = new(new SocketsHttpHandler());

    public Launched Launched => launched;

    /// <summary>Its one line on standard output.</summary>
    public string Line { get; private set; } = "";

    /// <summary>Where it answers REST.</summary>
    public Uri Address => _client.BaseAddress!;

    public async Task ReadyAsync()
    {
        await launched.OutputAsync("\n");
        Line = launched.Output;
        _client.BaseAddress = new(Line.Split(" at ").Last().Split(" and ")[0].Trim());
    }

    /// <summary>Asks for the models with this token, and more headers.</summary>
    public async Task<HttpResponseMessage> AskAsync(string? token, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Models);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The status of that.</summary>
    public async Task<int> StatusAsync(string? token, params (string Name, string Value)[] headers)
    {
        using var answer = await AskAsync(token, headers);
        return (int)answer.StatusCode;
    }

    /// <summary>Asks, and must be refused in this way.</summary>
    public async Task<JsonElement> RefusedAsync(HttpStatusCode status, string code, string? token, params (string Name, string Value)[] headers)
    {
        using var answer = await AskAsync(token, headers);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(code, problem.GetProperty("code").GetString());
        return problem;
    }

    /// <summary>Ends it as a service manager does.</summary>
    public async Task<Outcome> EndAsync()
    {
        launched.Signal("TERM");
        return await launched.EndAsync();
    }

    public void Dispose()
    {
        _client.Dispose();
        launched.Dispose();
    }
}
