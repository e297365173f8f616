using Recommender.Core;

namespace Recommender.Storage.State;

/// <summary>A document is no longer, or not yet, what the change was made for: nothing was written.</summary>
public sealed class StateConflictException(StateName name)
    : UserErrorException($"'{name.Key}' ({name.Kind} of {name.Tenant}) was changed or made by somebody else meanwhile. Read it again and repeat the change.")
{
    /// <summary>The document.</summary>
    public StateName Name => name;
}
