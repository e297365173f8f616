using System.Text.Json;
using Recommender.Core.Store;
using Recommender.Storage.Homes;
using Recommender.Storage.State;
using Recommender.Worker.Access;

namespace Recommender.Worker.Serving;

/// <summary>The token of the demo: kept readable by its owner, so that the next demo shows the same one.</summary>
static class DemoToken
{
    const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    static readonly TimeSpan Life = TimeSpan.FromDays(30);

    /// <summary>The token of last time where it still works, else a new one.</summary>
    public static async Task<string> GetAsync(HomeFolder home, string tenant, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var state = await StateOpening.OpenAsync(home, "demo", clock, cancellationToken);
        var (file, now) = (new StateFolder(home).File(StateFolder.DemoTokenName), clock.GetUtcNow().UtcDateTime);
        var tokens = await new Tokens(state, clock).ListAsync(tenant, cancellationToken);
        if (Read(file) is { } kept && tokens.Any(token => token.Id == kept.Id && token.Record.Expires > now)) return kept.Token;

        var made = await new Tokens(state, clock).CreateAsync(tenant, new() { Hash = "", Created = now, Scopes = ScopeNames.All, Expires = now + Life }, cancellationToken);
        DurableFile.Write(file, stream => JsonSerializer.Serialize(stream, made, AccessJson.Default.NewToken), OnlyOwner);
        return made.Token;
    }

    static NewToken? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(file), AccessJson.Default.NewToken);
        }
        catch (Exception none) when (none is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
