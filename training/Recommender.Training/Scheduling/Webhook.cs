using System.Text;
using System.Text.Json.Nodes;

namespace Recommender.Training.Scheduling;

/// <summary>Tells web addresses how a run ended. It never fails a run; addresses are secrets, of which only scheme and host are ever said.</summary>
sealed class Webhook(HttpClient http, TimeProvider clock, Action<ScheduledPipeline, string> say)
{
    const int Tries = 3;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A client as webhooks need it: it waits ten seconds and follows no redirection to somewhere else.</summary>
    public static HttpClient CreateClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Patience };

    /// <summary>Tells those who want to know of this outcome.</summary>
    public async Task NotifyAsync(ScheduledPipeline pipeline, RunEntry entry, CancellationToken cancellationToken)
    {
        if (Kind(entry.Outcome) is not { } kind || !pipeline.Options.NotifyOn.Contains(kind)) return;

        var body = Body(entry);
        foreach (var text in pipeline.Options.Notify)
        {
            var address = new Uri(text);
            if (await FailureAsync(address, body, cancellationToken) is { } failure)
                say(pipeline, $"{address.Scheme}://{address.Host} could not be told: {failure}");
        }
    }

    static NotifyOn? Kind(RunEnd end) => end switch
    {
        RunEnd.Failed => NotifyOn.Failure,
        RunEnd.Refused => NotifyOn.Refusal,
        RunEnd.Promoted or RunEnd.Published or RunEnd.Unchanged => NotifyOn.Success,
        _ => null,
    };

    static string Body(RunEntry entry) => new JsonObject
    {
        ["text"] = $"Pipeline {entry.Pipeline}: {entry.Summary}",
        ["pipeline"] = entry.Pipeline,
        ["outcome"] = entry.Outcome.ToString().ToLowerInvariant(),
        ["run_id"] = entry.RunId,
        ["version"] = entry.Version,
        ["message"] = entry.Message,
        ["at"] = entry.Ended,
    }.ToJsonString();

    async Task<string?> FailureAsync(Uri address, string body, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var failure = await PostAsync(address, body, cancellationToken);
            if (failure is null || attempt == Tries || cancellationToken.IsCancellationRequested) return failure;

            await Task.Delay(TimeSpan.FromSeconds(attempt), clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task<string?> PostAsync(Uri address, string body, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(address, content, cancellationToken);
            return answer.IsSuccessStatusCode ? null : $"it answered {(int)answer.StatusCode}";
        }
        catch (OperationCanceledException)
        {
            return cancellationToken.IsCancellationRequested ? "the scheduler was asked to end" : $"no answer within {http.Timeout.TotalSeconds:0.#} s";
        }
        catch (HttpRequestException e)
        {
            return Reason(e.HttpRequestError);
        }
        catch (Exception e)   // whatever a network can do must not end a night
        {
            return $"unexpected {e.GetType().Name}";
        }
    }

    static string Reason(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "its name is not known",
        HttpRequestError.ConnectionError => "nobody listens there",
        HttpRequestError.SecureConnectionError => "its certificate is not trusted",
        _ => $"the exchange broke off ({error})",
    };
}
