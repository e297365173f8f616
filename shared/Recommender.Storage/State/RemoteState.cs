namespace Recommender.Storage.State;

/// <summary>The state as a running worker has it, asked over its socket.</summary>
public sealed class RemoteState(WorkerSocket worker) : IStateStore
{
    public async Task<StateDocument?> FindAsync(StateName name, CancellationToken cancellationToken) =>
        (await AskAsync(new() { Find = name }, cancellationToken)).Documents is [var found] ? found : null;

    public async Task<IReadOnlyList<StateDocument>> ListAsync(string kind, string? tenant, CancellationToken cancellationToken) =>
        (await AskAsync(new() { List = kind, Tenant = tenant }, cancellationToken)).Documents;

    public async Task<long> WriteAsync(IReadOnlyList<StateChange> changes, CancellationToken cancellationToken) =>
        (await AskAsync(new() { Write = changes }, cancellationToken)).Revision;

    public async Task<long> RevisionAsync(CancellationToken cancellationToken) => (await AskAsync(new(), cancellationToken)).Revision;

    public async Task<IReadOnlyList<StateDocument>> ChangesAsync(long after, CancellationToken cancellationToken) =>
        (await AskAsync(new() { After = after }, cancellationToken)).Documents;

    public void Dispose() => worker.Dispose();

    async Task<StateAnswer> AskAsync(StateQuestion question, CancellationToken cancellationToken)
    {
        var answer = await worker.AskAsync(question, StateJson.Default.StateQuestion, StateJson.Default.StateAnswer, cancellationToken);
        if (answer.Conflict is { } name) throw new StateConflictException(name);
        return answer.Error is { } error ? throw new StateUnavailableException(error) : answer;
    }
}
