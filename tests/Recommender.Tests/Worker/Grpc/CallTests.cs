using System.Net;
using Recommender.Worker.Grpc.V1;
using Recommender.Worker.Grpc.Wire;
using Recommender.Worker.Problems;
using Xunit;

namespace Recommender.Tests.Worker.Grpc;

/// <summary>What holds for every call, seen from below gRPC.</summary>
public sealed class CallTests(GrpcHost host) : IClassFixture<GrpcHost>, IDisposable
{
    readonly RawClient _client = new(host.Port);

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task An_answer_is_one_message_with_its_status_behind_it()
    {
        var answer = await _client.CallAsync("Recommend", new RecommendRequest { N = 3 });

        Assert.Equal(3, Assert.Single(answer.Messages<Recommendations>()).Items.Count);
        Assert.Equal((HttpStatusCode.OK, "application/grpc"), (answer.Response.StatusCode, answer.Response.Content.Headers.ContentType?.MediaType));
        Assert.False(answer.IsTrailersOnly);
    }

    [Fact]
    public async Task A_failure_without_an_answer_is_headers_alone()
    {
        var answer = await _client.CallAsync("Recommend", new RecommendRequest(), ("authorization", "Bearer wrong"), ("accept-language", "pt, en;q=0.5"));

        Assert.Equal((StatusCode.Unauthenticated, HttpStatusCode.OK), (answer.Status, answer.Response.StatusCode));
        Assert.True(answer.IsTrailersOnly);
        Assert.Empty(answer.Body);
        Assert.Equal(Catalogue.Of("pt").Say(new(ProblemCode.AuthFailed)).Message, answer.Message);
    }

    [Theory]
    [InlineData("application/grpc+proto")]
    [InlineData("application/grpc; charset=utf-8")]
    public async Task Its_content_types_are_taken(string type)
    {
        var request = _client.Request("Recommend", RawClient.Framed(new RecommendRequest()));
        request.Content!.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);

        Assert.Equal(StatusCode.Ok, (await _client.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/grpc-web")]
    [InlineData("application/grpc+json")]
    [InlineData(null)]
    public async Task Other_content_types_are_refused_over_HTTP(string? type)
    {
        var request = _client.Request("Recommend", RawClient.Framed(new RecommendRequest()));
        request.Content!.Headers.ContentType = type is null ? null : new(type);

        var answer = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.Response.StatusCode);
        Assert.Null(answer.Field("grpc-status"));
    }

    [Fact]
    public async Task Another_verb_and_an_older_protocol_are_refused_over_HTTP()
    {
        var get = _client.Request("Recommend", []);
        get.Method = HttpMethod.Put;
        using var old = new RawClient(host.OldPort);
        var older = old.Request("Recommend", RawClient.Framed(new RecommendRequest()));
        older.Version = new(1, 1);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _client.SendAsync(get)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.UpgradeRequired, (await old.SendAsync(older)).Response.StatusCode);
    }

    [Fact]
    public async Task What_is_not_gRPC_goes_on_to_the_others()
    {
        var request = _client.Request("/elsewhere", []);
        request.Content!.Headers.ContentType = new("application/json");

        Assert.Equal("not gRPC", System.Text.Encoding.UTF8.GetString((await _client.SendAsync(request)).Body));
    }

    [Theory]
    [InlineData("Nothing")]
    [InlineData("/recommender.v2.Recommender/Recommend")]
    [InlineData("/")]
    public async Task A_method_that_is_not_there_is_named(string method)
    {
        var answer = await _client.CallAsync(method, new RecommendRequest());

        Assert.Equal(StatusCode.Unimplemented, answer.Status);
        Assert.Contains("proto", answer.Message);
    }

    [Fact]
    public async Task An_answer_is_packed_for_those_who_pack_and_take_it()
    {
        var packs = await _client.CallAsync("Recommend", new RecommendRequest { N = 30 }, ("grpc-encoding", "gzip"), ("grpc-accept-encoding", "deflate, gzip"));
        var takes = await _client.CallAsync("Recommend", new RecommendRequest { N = 30 }, ("grpc-accept-encoding", "identity,gzip"));

        Assert.Equal(("gzip", 1), (packs.Field("grpc-encoding"), packs.Body[0]));
        Assert.Equal((null, 0), (takes.Field("grpc-encoding"), takes.Body[0]));
        Assert.Equal(packs.Messages<Recommendations>()[0].Items, takes.Messages<Recommendations>()[0].Items);
    }

    [Fact]
    public async Task A_packing_that_is_not_known_is_answered_with_those_that_are()
    {
        var body = RawClient.Framed(new RecommendRequest { N = 1 });
        body[0] = 1;

        var answer = await _client.SendAsync(_client.Request("Recommend", body, ("grpc-encoding", "br")));

        Assert.Equal((StatusCode.Unimplemented, "identity,gzip"), (answer.Status, answer.Field("grpc-accept-encoding")));
    }

    [Fact]
    public async Task Messages_over_the_limit_are_refused_in_both_directions()
    {
        var largest = new ScoreRequest();
        largest.ItemIds.AddRange(Enumerable.Repeat("", 9000));

        Assert.Equal(9000 * 10, Assert.Single((await _client.CallAsync("/probe/Large", largest)).Messages<ScoreResponse>()).Model.Length);
        largest.ItemIds.AddRange(Enumerable.Repeat("", 2000));
        var answer = await _client.CallAsync("/probe/Large", largest);
        Assert.Equal(StatusCode.ResourceExhausted, answer.Status);
        var request = await _client.CallAsync("Recommend", new RecommendRequest { Filter = new('x', GrpcHost.LongestMessage) });
        Assert.Equal(StatusCode.ResourceExhausted, request.Status);
        Assert.Contains($"longer than the {GrpcHost.LongestMessage}", request.Message);
    }

    [Fact]
    public async Task Nothing_of_the_inside_is_told()
    {
        var answer = await _client.CallAsync("/probe/Fail", new ScoreRequest());

        Assert.Equal(StatusCode.Internal, answer.Status);
        Assert.DoesNotContain("secret", answer.Message);
    }

    [Fact]
    public async Task A_failure_behind_an_answer_stands_in_the_trailers()
    {
        var answer = await _client.CallAsync("/probe/FailLate", new ScoreRequest());

        Assert.Equal((StatusCode.NotFound, "50% found, €"), (answer.Status, answer.Message));
        Assert.False(answer.IsTrailersOnly);
        Assert.NotEmpty(answer.Body);
    }
}
