using Recommender.Core;
using Recommender.Storage.Homes;
using Recommender.Storage.State;

namespace Recommender.Worker.Serving;

/// <summary>The state that a worker serves with, and its socket. A home has one worker; with PostgreSQL more may join it, and the first has the socket.</summary>
sealed class WorkerState : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    readonly IDisposable? _hold;

    WorkerState(StateFolder folder, IStateStore store, IDisposable? hold, bool ownsSocket) =>
        (Folder, Store, _hold, Socket) = (folder, store, hold, ownsSocket ? new(folder) : null);

    /// <summary>Its folder in the home.</summary>
    public StateFolder Folder { get; }

    /// <summary>The state.</summary>
    public IStateStore Store { get; }

    /// <summary>Where verbs speak to the worker; null where another worker of the home listens to them.</summary>
    public SocketPlace? Socket { get; }

    public static async Task<WorkerState> OpenAsync(HomeFolder home, TimeProvider clock, CancellationToken cancellationToken)
    {
        var folder = new StateFolder(home);
        if (StateOpening.Postgres is not { } address) return new(folder, await OpenFileAsync(folder, clock, cancellationToken), hold: null, ownsSocket: true);

        var store = await PostgresState.OpenAsync(address, clock, cancellationToken);
        var hold = folder.TryHold("serve");
        return new(folder, store, hold, ownsSocket: hold is not null);
    }

    public void Dispose()
    {
        Socket?.Dispose();
        Store.Dispose();
        _hold?.Dispose();
    }

    // A verb has the file for a moment; a worker has it to its end.
    static async Task<EmbeddedState> OpenFileAsync(StateFolder folder, TimeProvider clock, CancellationToken cancellationToken)
    {
        for (var started = clock.GetTimestamp(); ; await Task.Delay(Pause, clock, cancellationToken))
        {
            if (folder.TryOpen("serve", clock) is { } state) return state;

            using var other = await WorkerSocket.TryConnectAsync(folder, cancellationToken);
            if (other is not null)
                throw new UserErrorException($"A worker (process {other.Worker.Process}) serves this home already at {string.Join(" and ", other.Worker.Urls)}. End it first: recommender serve --stop");
            if (clock.GetElapsedTime(started) > Patience)
                throw new UserErrorException($"The state in {folder.Path} is held by another process ({folder.Holder}) that does not answer. End that process, then try again.");
        }
    }
}
