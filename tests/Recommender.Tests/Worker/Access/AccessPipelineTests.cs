using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Recommender.Worker.Access;
using Xunit;

namespace Recommender.Tests.Worker.Access;

public sealed class AccessPipelineTests(RunningPipeline pipeline) : IClassFixture<RunningPipeline>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_principal_reaches_the_endpoint_and_nobody_else_does()
    {
        var token = pipeline.Callers.Token("shop", Scope.Score);

        Assert.Equal("shop", await (await SendAsync("/who", token)).Content.ReadAsStringAsync(Stop));
        await RefusedAsync(await SendAsync("/who", null), 401, "AUTH_FAILED");
        await RefusedAsync(await SendAsync("/who", pipeline.Callers.Token("shop", Scope.Events, id: "events")), 403, "SCOPE_MISSING");
        Assert.Equal("open", await (await SendAsync("/open", null)).Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task An_endpoint_that_does_not_say_who_may_call_it_answers_nobody() =>
        await RefusedAsync(await SendAsync("/forgotten", pipeline.Callers.Token("shop", Scope.Admin, id: "admin")), 500, "INTERNAL");

    [Theory]
    [InlineData("GET", "/nowhere", null, 404, "NOT_FOUND")]
    [InlineData("DELETE", "/open", null, 405, "METHOD_NOT_ALLOWED")]
    [InlineData("GET", "/number?n=abc", null, 400, "MALFORMED_REQUEST")]
    [InlineData("GET", "/number", null, 400, "MALFORMED_REQUEST")]
    [InlineData("GET", "/mistake", null, 422, "VALIDATION_FAILED")]
    [InlineData("GET", "/missing", null, 422, "MISSING_PARAMETER")]
    [InlineData("POST", "/body", "{\"n\":", 400, "MALFORMED_JSON")]
    [InlineData("POST", "/body", "{\"n\":\"x\"}", 400, "MALFORMED_JSON")]
    [InlineData("POST", "/body", "[[[[[[[[", 400, "MALFORMED_JSON")]
    [InlineData("POST", "/body", "", 400, "MALFORMED_REQUEST")]
    public async Task Every_failure_has_the_same_shape(string method, string path, string? body, int status, string code)
    {
        using var request = RunningPipeline.Ask(path, null, new(method));
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");

        await RefusedAsync(await pipeline.Client.SendAsync(request, Stop), status, code);
    }

    [Fact]
    public async Task A_failure_of_ours_is_logged_under_the_id_in_the_answer_which_says_nothing_else()
    {
        var answer = await SendAsync("/broken", null);
        var json = await RefusedAsync(answer, 500, "INTERNAL");

        var id = json.GetProperty("id").GetString()!;
        Assert.DoesNotContain("swordfish", json.GetRawText());
        Assert.DoesNotContain("Exception", json.GetRawText());
        Assert.Contains(pipeline.Log.Lines, line => line.Contains(id) && line.Contains("swordfish"));
    }

    [Theory]
    [InlineData("/body", (1 << 20) + 100, 413)]
    [InlineData("/baskets", (1 << 20) + 100, 200)]
    [InlineData("/baskets", (16 << 20) + 100, 413)]
    public async Task A_body_may_be_as_large_as_its_endpoint_allows(string path, int bytes, int status)
    {
        using var request = RunningPipeline.Ask(path, null, HttpMethod.Post);
        request.Content = new StringContent($"{{\"n\":1,\"text\":\"{new string('x', bytes)}\"}}", Encoding.UTF8, "application/json");
        request.Headers.ExpectContinue = true;   // the server refuses before the body is on its way

        using var answer = await pipeline.Client.SendAsync(request, Stop);

        Assert.Equal(status, (int)answer.StatusCode);
        if (status == 413) await RefusedAsync(answer, 413, "BODY_TOO_LARGE");
    }

    [Fact]
    public async Task A_body_of_another_type_is_refused()
    {
        using var request = RunningPipeline.Ask("/body", null, HttpMethod.Post);
        request.Content = new StringContent("n=1", Encoding.UTF8, "application/x-www-form-urlencoded");

        await RefusedAsync(await pipeline.Client.SendAsync(request, Stop), 415, "MEDIA_TYPE_NOT_SUPPORTED");
    }

    [Theory]
    [InlineData("es-MX", "es", "token")]
    [InlineData("pt", "pt", "token")]
    [InlineData("de", "en", "token")]
    public async Task The_caller_is_answered_in_its_language(string asked, string spoken, string word)
    {
        using var request = RunningPipeline.Ask("/who", null);
        request.Headers.AcceptLanguage.ParseAdd(asked);

        var answer = await pipeline.Client.SendAsync(request, Stop);

        Assert.Equal([spoken], answer.Content.Headers.ContentLanguage);
        Assert.Contains(word, (await RefusedAsync(answer, 401, "AUTH_FAILED")).GetProperty("message").GetString());
    }

    [Fact]
    public async Task Past_the_limit_the_answer_says_when_to_come_again()
    {
        var token = pipeline.Callers.Token("busy", Scope.Score);
        pipeline.Callers.Put("busy", new() { Limit = new(PerSecond: 0.1, Burst: 1) });

        Assert.Equal(HttpStatusCode.OK, (await SendAsync("/who", token)).StatusCode);
        var refused = await SendAsync("/who", token);

        await RefusedAsync(refused, 429, "RATE_LIMITED");
        Assert.Equal(TimeSpan.FromSeconds(10), refused.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task A_browser_may_ask_from_the_origins_of_a_publishable_key_and_from_no_other()
    {
        var key = pipeline.Callers.Token("shop", Scope.Score, record => record with { Origins = ["https://shop.example"] }, "key");

        var allowed = await PreflightAsync("https://shop.example");
        Assert.Equal(HttpStatusCode.NoContent, allowed.StatusCode);
        Assert.Equal("https://shop.example", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("Authorization", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Headers")));
        var refused = await PreflightAsync("https://evil.example");
        await RefusedAsync(refused, 403, "ORIGIN_NOT_ALLOWED");
        Assert.False(refused.Headers.Contains("Access-Control-Allow-Origin"));

        using var request = RunningPipeline.Ask("/who", key);
        request.Headers.Add("Origin", "https://shop.example");
        var answer = await pipeline.Client.SendAsync(request, Stop);
        Assert.Equal("shop", await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal("https://shop.example", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task Every_answer_tells_browsers_to_take_it_for_what_it_says()
    {
        foreach (var path in (string[])["/open", "/nowhere", "/broken"])
        {
            var headers = (await SendAsync(path, null)).Headers;
            Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("DENY", Assert.Single(headers.GetValues("X-Frame-Options")));
            Assert.Contains("default-src 'none'", Assert.Single(headers.GetValues("Content-Security-Policy")));
            Assert.False(headers.Contains("Server"));
        }
    }

    [Theory]
    [InlineData("GET /open HTTP/1.1\r\nHost: x\r\nX-Long: {long}\r\n\r\n")]
    [InlineData("GET /{long} HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("POST /body HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n")]
    [InlineData("POST /body HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"n\":\r\n")]
    [InlineData("POST /body HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: -3\r\n\r\n")]
    [InlineData("GET /op\0en HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /%zz%00 HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("\x16\x03\x01\x02\r\n\r\n")]
    public async Task What_is_no_proper_request_is_never_taken_for_a_failure_of_ours(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(pipeline.Address.Host, pipeline.Address.Port, Stop);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request.Replace("{long}", new string('x', 100_000))), Stop);
        socket.Client.Shutdown(SocketShutdown.Send);

        var answer = "";
        try
        {
            answer = await new StreamReader(stream).ReadToEndAsync(Stop);
        }
        catch (IOException)
        {
            // Cut off while it was still sending: that is an answer too.
        }
        if (answer.Length > 0) Assert.Matches(@"^HTTP/1\.1 4\d\d ", answer);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync("/open", null)).StatusCode);
    }

    Task<HttpResponseMessage> SendAsync(string path, string? token) => pipeline.Client.SendAsync(RunningPipeline.Ask(path, token), Stop);

    Task<HttpResponseMessage> PreflightAsync(string origin)
    {
        var request = RunningPipeline.Ask("/who", null, HttpMethod.Options);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        return pipeline.Client.SendAsync(request, Stop);
    }

    static async Task<JsonElement> RefusedAsync(HttpResponseMessage answer, int status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode} instead of {status}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var json = JsonElement.Parse(text);
        Assert.Equal(code, json.GetProperty("code").GetString());
        Assert.Equal(status, json.GetProperty("status").GetInt32());
        Assert.All((string[])["title", "detail", "error", "message"], field => Assert.NotEmpty(json.GetProperty(field).GetString()!));
        Assert.DoesNotContain("{", json.GetProperty("message").GetString());
        Assert.Equal(JsonValueKind.Object, json.GetProperty("details").ValueKind);
        return json;
    }
}
