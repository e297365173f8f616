namespace Recommender.Storage.State;

/// <summary>
/// Small documents that must outlive the process: tenants, tokens, rules, flags. All writing goes one after the other and is durable when
/// it returns. A change is told from an older one by its revision, so whoever asks for what came after a revision misses nothing.
/// </summary>
public interface IStateStore : IDisposable
{
    /// <summary>The document of this name; null when there is none.</summary>
    Task<StateDocument?> FindAsync(StateName name, CancellationToken cancellationToken);

    /// <summary>The documents of a kind, by tenant and key; of one tenant or of all.</summary>
    Task<IReadOnlyList<StateDocument>> ListAsync(string kind, string? tenant, CancellationToken cancellationToken);

    /// <summary>Makes all these changes or none of them, and gives their revision.</summary>
    /// <exception cref="StateConflictException">A document does not have the revision that its change expects.</exception>
    Task<long> WriteAsync(IReadOnlyList<StateChange> changes, CancellationToken cancellationToken);

    /// <summary>The revision of the newest change; 0 before the first.</summary>
    Task<long> RevisionAsync(CancellationToken cancellationToken);

    /// <summary>What changed after a revision, in that order. From 0 this is everything; what was removed comes without its text.</summary>
    Task<IReadOnlyList<StateDocument>> ChangesAsync(long after, CancellationToken cancellationToken);
}
