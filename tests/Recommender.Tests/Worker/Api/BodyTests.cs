using System.Net;
using Xunit;

namespace Recommender.Tests.Worker.Api;

public sealed class BodyTests(ApiServer server) : IClassFixture<ApiServer>
{
    const string Path = "recommendations/user-items";

    [Theory]
    [InlineData("""{"user_id":7}""", "user_id", "\"7\"")]
    [InlineData("""{"items":["a",7]}""", "items[1]", "\"7\"")]
    [InlineData("""{"user_id":""}""", "user_id", "1–256")]
    [InlineData("""{"user_id":true}""", "user_id", "true")]
    [InlineData("""{"user_id":{"a":1}}""", "user_id", "{…}")]
    [InlineData("""{"items":"a"}""", "items", "\"a\"")]
    [InlineData("""{"items":["a",["b"]]}""", "items[1]", "[…]")]
    [InlineData("""{"user_id":"a","n":"5"}""", "n", "\"5\"")]
    [InlineData("""{"user_id":"a","n":5.5}""", "n", "5.5")]
    [InlineData("""{"user_id":"a","n":99999999999}""", "n", "1–1000")]
    [InlineData("""{"user_id":"a","explain":"yes"}""", "explain", "true or false")]
    [InlineData("""{"user_id":"a","n":1,"top_n":2}""", "n", "n, top_n")]
    [InlineData("""{"user_id":"a","customerId":"a"}""", "user_id", "customer_id")]
    [InlineData("""{"usr_id":"a"}""", "usr_id", "Did you mean 'user_id'?")]
    [InlineData("""{"userid":"a"}""", "userid", "Did you mean 'userId'?")]
    [InlineData("""{"completely_else":"a"}""", "completely_else", "user_id, user_ids")]
    public async Task A_value_that_will_not_do_is_named_with_the_rule(string body, string parameter, string said)
    {
        var reply = await server.Post(Path, body);

        Assert.Equal((422, "INVALID_PARAMETER", parameter), reply.Refusal);
        Assert.Contains(said, reply.Message, StringComparison.Ordinal);
        Assert.Equal("body", reply.Json!["details"]!["location"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_id_may_have_256_characters_and_no_more()
    {
        Assert.Equal(HttpStatusCode.OK, (await server.Post(Path, $$"""{"user_id":"{{new string('ä', 256)}}"}""")).Status);
        Assert.Equal((422, "INVALID_PARAMETER", "user_id"), (await server.Post(Path, $$"""{"user_id":"{{new string('a', 257)}}"}""")).Refusal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"user_id":"a",}""")]
    [InlineData("""{"user_id":"a"} {}""")]
    [InlineData("""{"user_id":'a'}""")]
    [InlineData("""{/* */"user_id":"a"}""")]
    [InlineData("""{"user_id":"\ud800"}""")]
    [InlineData("""{"exclude":[[[[[[[[[[1]]]]]]]]]]}x""")]
    public async Task What_is_no_JSON_is_malformed(string body)
    {
        var (status, code, _) = (await server.Post(Path, body)).Refusal;

        Assert.True(code is "MALFORMED_JSON" ? status == 400 : (status, code) == (422, "INVALID_PARAMETER"), $"{status} {code}");
    }

    [Fact]
    public async Task Letters_that_are_not_UTF8_are_malformed()
    {
        using var content = new ByteArrayContent([.. "{\"user_id\":\""u8, 0xff, 0xfe, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");

        using var response = await server.Client.PostAsync(new Uri($"/api/v1/{Path}", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    public async Task A_body_that_is_no_object_is_not_valid(string body) => Assert.Equal((422, "VALIDATION_FAILED"), ((await server.Post(Path, body)).Refusal.Status, (await server.Post(Path, body)).Refusal.Code));

    [Fact]
    public async Task A_body_over_the_limit_is_too_large() =>
        Assert.Equal((413, "BODY_TOO_LARGE", null), (await server.Post(Path, $$"""{"filter":"{{new string('a', 1 << 20)}}"}""")).Refusal);

    [Fact]
    public async Task A_body_without_a_length_is_counted_as_it_comes()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{Path}") { Content = new StringContent($$"""{"filter":"{{new string('a', 2 << 20)}}"}""", null, "application/json") };
        request.Headers.TransferEncodingChunked = true;

        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Another_type_than_JSON_is_not_read()
    {
        using var content = new StringContent("{}", null, "text/plain");

        using var response = await server.Client.PostAsync(new Uri($"/api/v1/{Path}", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Theory]
    [InlineData("es", "Falta 'user_id'. Nombre al cliente, o para un visitante sin nombre envíe 'items'.")]
    [InlineData("pt", "Falta 'user_id'. Nomeie o cliente, ou para um visitante sem nome envie 'items'.")]
    public async Task Refusals_speak_the_callers_language(string language, string message) =>
        Assert.Equal(message, (await server.Post(Path, "{}", ("Accept-Language", language))).Message);

    [Fact]
    public async Task Other_methods_are_told_which_there_are()
    {
        var wrong = await server.Get(Path);
        var options = await server.Send(HttpMethod.Options, Path, null);
        var head = await server.Send(HttpMethod.Head, $"affinity/products/{server.Shop.Trained.Items[0]}", null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, wrong.Status);
        Assert.Equal((HttpStatusCode.NoContent, "POST, OPTIONS"), (options.Status, options.ContentHeaders["Allow"]));
        Assert.Equal((HttpStatusCode.OK, ""), (head.Status, head.Text));
    }
}
