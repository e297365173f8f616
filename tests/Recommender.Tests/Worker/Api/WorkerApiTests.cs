using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Recommender.Storage.Homes;
using Recommender.Tests.Storage;
using Recommender.Worker.Access;
using Recommender.Worker.Serving;
using Xunit;

namespace Recommender.Tests.Worker.Api;

/// <summary>The worker as it is served, over an empty home.</summary>
public sealed class WorkerApiTests : IAsyncLifetime
{
    readonly TemporaryFolder _home = new();
    readonly WorkerState _state;
    readonly WebApplication _worker;
    readonly HttpClient _client = new(new SocketsHttpHandler());
    readonly string _token = TokenText.Create(isPublishable: false);

    public WorkerApiTests()
    {
        var home = HomeFolder.Open(_home.Path);
        _state = WorkerState.OpenAsync(home, TimeProvider.System, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        _worker = WorkerHost.Create(new() { Home = home, Port = 0, GrpcPort = null }, _state);
        var record = new TokenRecord { Hash = SecretHash.Of(_token)!.Value.ToString(), Scopes = ScopeNames.In(Scope.Score), Created = DateTime.UnixEpoch };
        _worker.Services.GetRequiredService<AccessRegister>().Apply(new(new(TokenRecord.Kind, "default", "t1"), JsonSerializer.Serialize(record, AccessJson.Default.TokenRecord), 1, DateTime.UnixEpoch));
    }

    public async ValueTask InitializeAsync()
    {
        await _worker.StartAsync();
        _client.BaseAddress = new(_worker.Urls.First(url => url.StartsWith("http://127", StringComparison.Ordinal)));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _worker.DisposeAsync();
        _state.Dispose();
        _home.Dispose();
    }

    [Theory]
    [InlineData("/api/v1/ai/echointel/recommendations/cross-sell-matrix", 422, "MISSING_PARAMETER")]
    [InlineData("/api/v1/recommendations/cross-sell-matrix", 422, "MISSING_PARAMETER")]
    [InlineData("/api/v1/recommendations/user-items", 422, "MISSING_PARAMETER")]
    [InlineData("/api/v1/models/beauty/promote", 403, "SCOPE_MISSING")]
    [InlineData("/api/v1/nowhere", 404, "NOT_FOUND")]
    public async Task A_caller_is_answered_or_refused_in_one_form(string path, int status, string code)
    {
        using var reply = await Post(path, "{}", _token);

        Assert.Equal((status, code), ((int)reply.StatusCode, JsonNode.Parse(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Without_a_model_there_is_nothing_to_answer_with_and_without_a_token_nobody_is_answered()
    {
        using var unready = await Post("/api/v1/recommendations/user-items", """{"user_id":"a"}""", _token);
        using var unknown = await Post("/api/v1/recommendations/user-items", """{"user_id":"a"}""", TokenText.Create(isPublishable: false));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.Unauthorized), (unready.StatusCode, unknown.StatusCode));
        Assert.NotNull(unready.Headers.RetryAfter);
    }

    [Fact]
    public async Task Inline_baskets_need_no_model()
    {
        using var reply = await Post("/api/v1/recommendations/cross-sell-matrix", """{"data":[{"order_id":"1","items":["a","b"]},{"order_id":"2","items":["c"]}]}""", _token);

        Assert.Contains("\"anchor_id\":\"a\",\"item_id\":\"b\"", await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    async Task<HttpResponseMessage> Post(string path, string body, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
