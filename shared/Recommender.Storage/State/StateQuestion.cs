using Recommender.Core;

namespace Recommender.Storage.State;

/// <summary>What a verb asks the worker that has the state: one of these.</summary>
public sealed record StateQuestion
{
    /// <summary>The document of this name.</summary>
    public StateName? Find { get; init; }

    /// <summary>The documents of this kind.</summary>
    public string? List { get; init; }

    /// <summary>With <see cref="List"/>: of this tenant.</summary>
    public string? Tenant { get; init; }

    /// <summary>What changed after this revision.</summary>
    public long? After { get; init; }

    /// <summary>Makes these changes.</summary>
    public IReadOnlyList<StateChange>? Write { get; init; }

    /// <summary>Puts it to a state.</summary>
    public async Task<StateAnswer> AskAsync(IStateStore state, CancellationToken cancellationToken)
    {
        try
        {
            if (Write is not null) return new() { Revision = await state.WriteAsync(Write, cancellationToken) };
            if (After is { } after) return new() { Documents = await state.ChangesAsync(after, cancellationToken) };
            if (List is not null) return new() { Documents = await state.ListAsync(List, Tenant, cancellationToken) };
            if (Find is not null) return new() { Documents = await state.FindAsync(Find, cancellationToken) is { } found ? [found] : [] };
            return new() { Revision = await state.RevisionAsync(cancellationToken) };
        }
        catch (StateConflictException conflict)
        {
            return new() { Conflict = conflict.Name };
        }
        catch (UserErrorException e)
        {
            return new() { Error = e.Message };
        }
    }
}
