using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Recommender.Core;
using Recommender.Storage.State;

namespace Recommender.Worker.State;

/// <summary>
/// The state as a running worker has it. Whoever follows it has seen a change before the write of it returns; changes of other workers
/// arrive within <see cref="Pause"/>.
/// </summary>
sealed class LiveState(IStateStore store, IEnumerable<StateFollower> followers, ILogger<LiveState> logger) : BackgroundService, IStateStore
{
    /// <summary>How often it is asked whether another worker changed anything.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    readonly StateFollower[] _followers = [.. followers];
    readonly SemaphoreSlim _turn = new(1, 1);
    long _seen;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public Task<StateDocument?> FindAsync(StateName name, CancellationToken cancellationToken) => store.FindAsync(name, cancellationToken);

    public Task<IReadOnlyList<StateDocument>> ListAsync(string kind, string? tenant, CancellationToken cancellationToken) => store.ListAsync(kind, tenant, cancellationToken);

    public Task<long> RevisionAsync(CancellationToken cancellationToken) => store.RevisionAsync(cancellationToken);

    public Task<IReadOnlyList<StateDocument>> ChangesAsync(long after, CancellationToken cancellationToken) => store.ChangesAsync(after, cancellationToken);

    public async Task<long> WriteAsync(IReadOnlyList<StateChange> changes, CancellationToken cancellationToken)
    {
        var revision = await store.WriteAsync(changes, cancellationToken);
        await CatchUpAsync(CancellationToken.None);   // it is written: whoever asked for it may be gone
        return revision;
    }

    public override void Dispose()
    {
        base.Dispose();
        _turn.Dispose();
    }

    // Nobody else writes to a file that this process has.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => store is EmbeddedState ? Task.CompletedTask : PollAsync(stoppingToken);

    async Task PollAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        for (var isAway = false; await timer.WaitForNextTickAsync(stoppingToken);)
        {
            try
            {
                if (await store.RevisionAsync(stoppingToken) > Volatile.Read(ref _seen)) await CatchUpAsync(stoppingToken);
                if (isAway) StateLog.Back(logger);
                isAway = false;
            }
            catch (UserErrorException e)
            {
                if (!isAway) StateLog.Away(logger, e.Message);
                isAway = true;
            }
        }
    }

    async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            foreach (var document in await store.ChangesAsync(_seen, cancellationToken))
            {
                foreach (var follow in _followers) Tell(follow, document);
                Volatile.Write(ref _seen, document.Revision);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    // One document that a newer program wrote, or somebody by hand, must not keep the others from being seen.
    void Tell(StateFollower follow, StateDocument document)
    {
        try
        {
            follow(document);
        }
        catch (Exception e)   // the boundary of a slice
        {
            StateLog.Unusable(logger, e, document.Name);
        }
    }
}
