using System.Text.Json;
using Recommender.Training.Scheduling;
using Xunit;

namespace Recommender.Tests.Training.Scheduling;

public sealed class WebhookTests : IDisposable
{
    static readonly RunEntry Failed = new()
    {
        RunId = "r1",
        Pipeline = "beauty",
        Due = ScheduledNights.Time("2026-11-21T12:00Z"),
        Started = ScheduledNights.Time("2026-11-21T12:00Z"),
        Ended = ScheduledNights.Time("2026-11-21T12:05Z"),
        Attempt = 3,
        Outcome = RunEnd.Failed,
        Message = "no space left",
    };

    readonly JumpingClock _clock = new(Failed.Ended, Failed.Ended.AddDays(1));
    readonly HttpClient _http = Webhook.CreateClient();
    readonly List<string> _said = [];

    public void Dispose()
    {
        _http.Dispose();
        _clock.Dispose();
    }

    [Fact]
    public async Task Who_wants_to_know_gets_one_json_document()
    {
        using var listener = new Listener(200);

        await NotifyAsync(Failed, listener.Address + "hooks/secret");

        var (method, type, body) = Assert.Single(listener.Received);
        Assert.Equal(("POST", "application/json; charset=utf-8"), (method, type));
        var document = JsonElement.Parse(body);
        Assert.Equal(["text", "pipeline", "outcome", "run_id", "version", "message", "at"], document.EnumerateObject().Select(field => field.Name));
        Assert.Equal("Pipeline beauty: failed: no space left", document.GetProperty("text").GetString());
        Assert.Equal("failed", document.GetProperty("outcome").GetString());
        Assert.Equal(Failed.Ended, document.GetProperty("at").GetDateTimeOffset());
        Assert.Empty(_said);
    }

    [Theory]
    [InlineData("Failed", 1)]
    [InlineData("Refused", 1)]
    [InlineData("Promoted", 0)]
    [InlineData("Unchanged", 0)]
    [InlineData("Stopped", 0)]
    [InlineData("Skipped", 0)]
    public async Task By_default_failures_and_refusals_are_told(string outcome, int expected)
    {
        using var listener = new Listener(200);

        await NotifyAsync(Failed with { Outcome = Enum.Parse<RunEnd>(outcome) }, listener.Address);

        Assert.Equal(expected, listener.Received.Count);
    }

    [Fact]
    public async Task An_address_that_stumbles_is_tried_again()
    {
        using var listener = new Listener(500, 503, 204);

        await NotifyAsync(Failed, listener.Address);

        Assert.Equal(3, listener.Received.Count);
        Assert.Empty(_said);
    }

    [Fact]
    public async Task After_three_tries_it_is_said_without_the_secret_and_the_next_address_is_told()
    {
        using var listener = new Listener(500, 500, 302, 200);

        await NotifyAsync(Failed, listener.Address.Replace("http://", "http://user:word@") + "hooks/secret?token=1", listener.Address);

        Assert.Equal(4, listener.Received.Count);
        Assert.Equal(["beauty: http://localhost could not be told: it answered 302"], _said);
    }

    [Fact]
    public async Task Nobody_there_and_no_answer_are_said()
    {
        using var silent = new Listener(0, 0, 0);
        var closed = new Listener();
        closed.Dispose();
        _http.Timeout = TimeSpan.FromMilliseconds(200);

        await NotifyAsync(Failed, closed.Address + "secret", silent.Address + "secret");

        Assert.Equal(["beauty: http://localhost could not be told: nobody listens there", "beauty: http://localhost could not be told: no answer within 0.2 s"], _said);
    }

    [Fact]
    public async Task A_scheduler_that_ends_does_not_wait_for_an_address()
    {
        using var silent = new Listener(0);
        using var stopping = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await NotifyAsync(Failed, stopping.Token, silent.Address);

        Assert.Equal(["beauty: http://localhost could not be told: the scheduler was asked to end"], _said);
    }

    Task NotifyAsync(RunEntry entry, params string[] addresses) => NotifyAsync(entry, TestContext.Current.CancellationToken, addresses);

    Task NotifyAsync(RunEntry entry, CancellationToken stopping, params string[] addresses) =>
        new Webhook(_http, _clock, (pipeline, text) => _said.Add($"{pipeline.Name}: {text}"))
            .NotifyAsync(ScheduledNights.Pipeline("beauty", new() { Cron = "@daily", Notify = addresses }), entry, stopping);
}
