using System.Text.Json;
using Recommender.Core.Baskets.CrossSell;
using Recommender.Engine.Answers;
using Recommender.Worker.Grpc.Wire;
using Xunit;

namespace Recommender.Tests.Worker.Grpc.Clients;

/// <summary>What the official client of every language gets: each method, each error, and how calls end.</summary>
public abstract class ClientContract : IAsyncLifetime
{
    const string Service = "/recommender.v1.Recommender/";

    ClientProgram? _program;

    internal GrpcHost Host { get; } = new();

    string[] Ids => [.. Enumerable.Range(0, 5).Select(item => Host.Shop.Data.Items[item])];

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        _program = Start(Host.Port);
    }

    public async ValueTask DisposeAsync()
    {
        _program?.Dispose();
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Recommend_answers_as_the_engine_does(bool gzip)
    {
        var customer = Host.Shop.Data.Customers[3];
        var wanted = Host.Shop.Front.Recommend(new() { Customer = customer, Items = [Ids[0]], Count = 30, Explain = true });

        var answer = (await CallAsync(new("Recommend", new { user_id = customer, items = new[] { Ids[0] }, n = 30, explain = true }) { Gzip = gzip })).Only;

        AssertEqual(wanted, answer);
        Assert.StartsWith("answer-", answer.GetProperty("recommendation_id").GetString());
    }

    [Fact]
    public async Task Purchases_are_left_out_unless_they_are_asked_for()
    {
        var customer = Host.Shop.Data.Customers[0];

        var without = (await CallAsync(new("Recommend", new { user_id = customer, n = 40 }))).Only;
        var with = (await CallAsync(new("Recommend", new { user_id = customer, n = 40, exclude_purchased = false }))).Only;

        Assert.DoesNotContain("STRATEGY_REPEAT", Strategies(without));
        Assert.Contains("STRATEGY_REPEAT", Strategies(with));
    }

    [Fact]
    public async Task Similar_and_bought_together_answer_as_the_engine_does()
    {
        AssertEqual(Host.Shop.Front.Similar(new() { Items = [Ids[1]], Count = 10, Exclude = [Ids[2]] }),
            (await CallAsync(new("Similar", new { item_id = Ids[1], exclude = new[] { Ids[2] } }))).Only);

        var together = (await CallAsync(new("BoughtTogether", new { items = new[] { Ids[0], Ids[1] }, n = 4, explain = true }))).Only;
        AssertEqual(Host.Shop.Front.BoughtTogether(new() { Items = [Ids[0], Ids[1]], Count = 4, Explain = true }), together);
        Assert.Matches(@"^bought with \S+ in \d+ baskets, \d+\.\d times more than chance$", together.GetProperty("items")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Cross_sell_answers_the_matrixs_pairs()
    {
        var wanted = Host.Shop.Front.CrossSell(new() { Anchors = [Ids[2]], Count = 6, Query = CrossSellQuery.Unfiltered }).Pairs;

        var answer = (await CallAsync(new("CrossSell", new { anchors = new[] { Ids[2] }, n = 6, min_support = 0, min_confidence = 0, min_lift = 0 }))).Only;

        Assert.NotEmpty(wanted);
        Assert.Equal(wanted.Select(pair => (pair.Item, pair.Baskets)), answer.GetProperty("pairs").EnumerateArray().Select(pair => (pair.GetProperty("item_id").GetString()!, pair.GetProperty("baskets").GetInt32())));
        Assert.Equal(("beauty-matrix", 3), (answer.GetProperty("model").GetString(), answer.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task Scores_come_for_each_item_and_on_a_stream_for_each_request_in_its_turn()
    {
        var customers = Enumerable.Range(0, 200).Select(at => Host.Shop.Data.Customers[at % 60]).ToArray();

        var one = (await CallAsync(new("Score", Request(customers[0])))).Only;
        var stream = (await CallAsync(new("ScoreStream", [.. customers.Select(Request)]))).All;

        Assert.False(one.GetProperty("scores")[5].TryGetProperty("score", out var nothing) && nothing.ValueKind != JsonValueKind.Null);
        Assert.Equal(customers.Length, stream.Length);
        Assert.All(customers.Zip(stream), pair =>
        {
            var wanted = Host.Shop.Front.Score(new() { Customer = pair.First }, Ids);
            Assert.Equal(wanted.Scores.OfType<float>().Select(score => Math.Round(score, 4)), pair.Second.GetProperty("scores").EnumerateArray().Take(5).Select(score => Math.Round(score.GetProperty("score").GetDouble(), 4)));
        });
    }

    [Fact]
    public async Task Events_are_refused_in_words_until_they_can_be_kept()
    {
        var outcome = await CallAsync(new("RecordEvents", new { events = new[] { new { event_id = "e1", type = "EVENT_TYPE_CLICK", item_id = Ids[0], at = (object?)null } } }));

        Assert.Equal(StatusCode.Unimplemented, outcome.Code);
        Assert.Contains("1 events", outcome.Details);
    }

    [Theory]
    [InlineData("Recommend", "none", 16, "ha caducado o fue revocado")]
    [InlineData("RecordEvents", "score", 7, "permiso 'events'")]
    [InlineData("Recommend", "busy", 8, "3 s")]
    [InlineData("ScoreStream", "empty", 14, "No model is live")]
    public async Task Who_is_not_let_in_hears_why(string method, string token, int status, string words) =>
        AssertRefused(await CallAsync(new(method, new { }) { Metadata = new(StringComparer.Ordinal) { ["authorization"] = $"Bearer {token}", ["accept-language"] = "es" } }), (StatusCode)status, words);

    [Fact]
    public async Task Wrong_questions_are_answered_with_the_value_the_rule_and_the_cure()
    {
        AssertRefused(await CallAsync(new("Recommend", new { n = 0 })), StatusCode.InvalidArgument, "n must be from 1 to 1000");
        AssertRefused(await CallAsync(new("Recommend", new { items = Enumerable.Repeat("x", 1001) })), StatusCode.InvalidArgument, "items may name 1000");
        AssertRefused(await CallAsync(new("Similar", new { })), StatusCode.InvalidArgument, "item_id");
        AssertRefused(await CallAsync(new("BoughtTogether", new { })), StatusCode.InvalidArgument, "cart is empty");
        AssertRefused(await CallAsync(new("CrossSell", new { n = -1 })), StatusCode.InvalidArgument, "n must be");
        AssertRefused(await CallAsync(new("CrossSell", new { anchors = Ids, min_support = 2 })), StatusCode.InvalidArgument, "support of 2");
        AssertRefused(await CallAsync(new("Score", new { })), StatusCode.InvalidArgument, "item_ids");
        AssertRefused(await CallAsync(new("ScoreStream", Request("x"), new { })), StatusCode.InvalidArgument, "item_ids");
    }

    [Fact]
    public async Task Other_failures_come_with_their_status()
    {
        AssertRefused(await CallAsync(new("/recommender.v1.Recommender/Nothing", new { }) { Like = $"{Service}Score" }), StatusCode.Unimplemented, "No method");
        AssertRefused(await CallAsync(new("/probe/Fail", new { }) { Like = $"{Service}Score" }), StatusCode.Internal, "its log says why");
        var late = await CallAsync(new("/probe/FailLate", new { }) { Like = $"{Service}ScoreStream" });
        AssertRefused(late, StatusCode.NotFound, "50% found, €");
        Assert.Single(late.Answers);
    }

    [Fact]
    public async Task A_deadline_ends_a_call_that_takes_too_long()
    {
        AssertRefused(await CallAsync(new("/probe/Wait", new { }) { Like = $"{Service}Score", Deadline = 100 }), StatusCode.DeadlineExceeded, "");
        await UntilNothingRunsAsync();
    }

    [Fact]
    public async Task A_stream_that_is_cancelled_in_the_middle_ends_in_the_worker_too()
    {
        var outcome = await CallAsync(new("/probe/Endless", new { }) { Like = $"{Service}ScoreStream", CancelAfter = 3 });

        Assert.Equal(StatusCode.Cancelled, outcome.Code);
        await UntilNothingRunsAsync();
    }

    [Fact]
    public async Task Large_messages_pass_up_to_the_limit()
    {
        var excluded = Enumerable.Range(0, 8000).Select(item => $"no-item-{item}").ToArray();

        Assert.Equal(3, (await CallAsync(new("Recommend", new { n = 3, exclude = excluded.Take(6000) }))).Only.GetProperty("items").GetArrayLength());
        AssertRefused(await CallAsync(new("Recommend", new { exclude = excluded })), StatusCode.ResourceExhausted, "longer than");
        Assert.Equal(90_000, (await CallAsync(new("/probe/Large", new { item_ids = Enumerable.Repeat("", 9000) }) { Like = $"{Service}Score" })).Only.GetProperty("model").GetString()!.Length);
    }

    [Fact]
    public async Task Health_is_answered_and_watched_without_a_token()
    {
        var nobody = new Dictionary<string, string>(StringComparer.Ordinal);

        Assert.Equal("SERVING", (await CallAsync(new("/grpc.health.v1.Health/Check", new { }) { Metadata = nobody })).Only.GetProperty("status").GetString());
        AssertRefused(await CallAsync(new("/grpc.health.v1.Health/Check", new { service = "x" }) { Metadata = nobody }), StatusCode.NotFound, "'x'");
        var watched = await CallAsync(new("/grpc.health.v1.Health/Watch", new { service = "recommender.v1.Recommender" }) { Metadata = nobody, CancelAfter = 1 });
        Assert.Equal((StatusCode.Cancelled, "SERVING"), (watched.Code, Assert.Single(watched.Answers).GetProperty("status").GetString()));
    }

    private protected abstract ClientProgram Start(int port);

    object Request(string customer) => new { user_id = customer, item_ids = (string[])[.. Ids, "no such thing"] };

    Task<ClientOutcome> CallAsync(ClientCall call) => _program!.CallAsync(call.Method.StartsWith('/') ? call : call with { Method = Service + call.Method });

    static void AssertRefused(ClientOutcome outcome, StatusCode status, string words)
    {
        Assert.Equal(status, outcome.Code);
        Assert.Contains(words, outcome.Details);
    }

    static void AssertEqual(Answer wanted, JsonElement answer)
    {
        Assert.Equal((wanted.Model, wanted.Version), (answer.GetProperty("model").GetString(), answer.GetProperty("version").GetInt32()));
        Assert.Equal(
            wanted.Items.Select(item => (item.Item, $"STRATEGY_{item.Strategy.ToString().ToUpperInvariant()}", Math.Round(item.Score, 4), string.Join(' ', item.Evidence.Select(reason => reason.Item)))),
            answer.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("item_id").GetString()!, item.GetProperty("strategy").GetString()!,
                Math.Round(item.GetProperty("score").GetSingle(), 4), string.Join(' ', item.GetProperty("evidence").EnumerateArray().Select(reason => reason.GetProperty("item_id").GetString())))));
    }

    static string?[] Strategies(JsonElement answer) => [.. answer.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("strategy").GetString())];

    async Task UntilNothingRunsAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        while (Host.Running > 0) await Task.Delay(10, patience.Token);
    }
}
