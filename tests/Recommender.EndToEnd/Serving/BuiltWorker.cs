using Xunit;

namespace Recommender.EndToEnd.Serving;

/// <summary>The worker, built once and then only started.</summary>
public sealed class BuiltWorker : IAsyncLifetime
{
    internal Launch Launch { get; } = new() { Environment = new Dictionary<string, string> { ["RECOMMENDER_NO_BUILD"] = "1" }, Timeout = TimeSpan.FromMinutes(2) };

    public async ValueTask InitializeAsync() => (await new Launch().RunAsync("serve", "--help")).Ends(0);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Runs a verb in this home.</summary>
    internal Task<Outcome> RunAsync(string home, params string[] arguments) => (Launch with { Home = home }).RunAsync(arguments);

    /// <summary>Starts a worker of this home at free ports and waits until it answers.</summary>
    internal async Task<ServingWorker> ServeAsync(string home, params string[] arguments)
    {
        var serving = new ServingWorker((Launch with { Home = home }).Start(["serve", "--port", "0", .. arguments]));
        await serving.ReadyAsync();
        return serving;
    }

    /// <summary>Makes a token by the verb, which must succeed.</summary>
    internal async Task<(string Token, string Id)> TokenAsync(string home, string scopes, params string[] options)
    {
        var made = (await RunAsync(home, ["token", "create", "--scopes", scopes, "--json", .. options])).Ends(0).Json;
        return (made.GetProperty("token").GetString()!, made.GetProperty("id").GetString()!);
    }
}
