using Recommender.Storage.Homes;
using Recommender.Storage.Postgres;

namespace Recommender.Storage.State;

/// <summary>Finds the state of a home, wherever it is: in PostgreSQL, in the file, or with the worker that has the file.</summary>
public static class StateOpening
{
    /// <summary>The environment variable that names PostgreSQL; without it the state is a file of the home.</summary>
    public const string PostgresVariable = "ConnectionStrings__Postgres";

    // A worker that starts has the file a moment before it answers, and another verb has it for a moment.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Where PostgreSQL is; null when the state is a file.</summary>
    public static PostgresAddress? Postgres =>
        Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } text ? PostgresAddress.Parse(text) : null;

    /// <summary>Opens it for a verb.</summary>
    public static async Task<IStateStore> OpenAsync(HomeFolder home, string verb, TimeProvider clock, CancellationToken cancellationToken) => Postgres is { } postgres
        ? await PostgresState.OpenAsync(postgres, clock, cancellationToken)
        : await OpenFileAsync(home, verb, clock, cancellationToken);

    /// <summary>Opens what the home has of its own.</summary>
    internal static async Task<IStateStore> OpenFileAsync(HomeFolder home, string verb, TimeProvider clock, CancellationToken cancellationToken)
    {
        var folder = new StateFolder(home);
        for (var started = clock.GetTimestamp(); ; await Task.Delay(Pause, clock, cancellationToken))
        {
            if (folder.TryOpen(verb, clock) is { } own) return own;
            if (await WorkerSocket.TryConnectAsync(folder, cancellationToken) is { } worker) return new RemoteState(worker);
            if (clock.GetElapsedTime(started) > Patience) throw Held(folder);
        }
    }

    static StateUnavailableException Held(StateFolder folder) => new(
        $"The state in {folder.Path} is held by another process ({folder.Holder}) that does not answer. End that process, then try again.");
}
