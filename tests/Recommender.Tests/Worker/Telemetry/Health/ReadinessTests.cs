using System.Text.Json;
using Recommender.Engine.Pool;
using Recommender.Storage.Homes;
using Recommender.Worker.Problems;
using Recommender.Worker.Telemetry.Health;
using Recommender.Worker.Telemetry.Views;
using Xunit;

namespace Recommender.Tests.Worker.Telemetry.Health;

public sealed class ReadinessTests
{
    static readonly ModelStatus Good = new("default", "beauty", "production", 7, 7, null);
    static readonly ModelStatus Behind = Good with { Wanted = 8, Problem = "The folder is damaged." };
    static readonly ModelStatus Missing = Good with { Live = null, Problem = "The folder is damaged." };
    static readonly ModelStatus Loading = Good with { Live = null };

    readonly Draining _draining = new(new(), new() { Home = HomeFolder.Open("home"), Drain = TimeSpan.FromSeconds(1) });
    string? _state;

    [Fact]
    public void A_worker_is_ready_before_anything_was_published() => Assert.True(StateOf().IsReady);

    [Fact]
    public void A_worker_that_is_behind_and_answers_with_its_last_good_version_is_ready() => Assert.True(StateOf(Behind).IsReady);

    [Fact]
    public void A_worker_without_any_good_version_of_its_production_is_not_ready_and_says_why()
    {
        Assert.Equal(["beauty of default: The folder is damaged."], StateOf(Missing).Problems);
        Assert.False(StateOf(Missing).IsReady);
        Assert.False(StateOf(Loading).IsReady);
    }

    [Fact]
    public void What_others_ask_for_or_what_is_not_production_keeps_nobody_waiting()
    {
        Assert.True(StateOf(Missing with { Tenant = "north" }).IsReady);
        Assert.True(StateOf(Missing with { Alias = "candidate" }).IsReady);
        Assert.True(StateOf(Missing with { Wanted = null }).IsReady);
    }

    [Fact]
    public void A_worker_whose_state_is_closed_is_not_ready()
    {
        _state = "the disk is full.";

        Assert.Equal(["state: the disk is full."], StateOf(Good).Problems);
        Assert.False(StateOf(Good).IsReady);
    }

    [Fact]
    public async Task A_worker_that_is_ending_is_not_ready()
    {
        await _draining.StoppingAsync(TestContext.Current.CancellationToken);

        Assert.Equal((false, true), (StateOf(Good).IsReady, StateOf(Good).IsDraining));
    }

    [Fact]
    public void Everybody_reads_the_one_word_and_names_are_for_those_who_may_see_them()
    {
        var state = StateOf(Missing, Good with { Tenant = "north" });

        Assert.Equal("""{"ready":false}""", JsonOf(state, new(null, new(ProblemCode.AuthFailed))).GetRawText());
        Assert.Equal(["north"], TenantsOf(JsonOf(state, new("north", null))));
        Assert.False(JsonOf(state, new("north", null)).TryGetProperty("problems", out _));
        var whole = JsonOf(state, default);
        Assert.Equal(["default", "north"], TenantsOf(whole));
        Assert.Equal("""{"tenant":"default","model":"beauty","alias":"production","wanted":7,"live":null,"problem":"The folder is damaged."}""", whole.GetProperty("models")[0].GetRawText());
        Assert.Equal("beauty of default: The folder is damaged.", whole.GetProperty("problems")[0].GetString());
    }

    ReadyState StateOf(params ModelStatus[] models) =>
        new Readiness(_draining, new(() => models, new HashSet<string> { "default" }), [new("state", () => _state)]).Now();

    static JsonElement JsonOf(ReadyState state, View view) => JsonElement.Parse(ReadyJson.Of(state, view).Span);

    static IEnumerable<string?> TenantsOf(JsonElement ready) => ready.GetProperty("models").EnumerateArray().Select(model => model.GetProperty("tenant").GetString());
}
