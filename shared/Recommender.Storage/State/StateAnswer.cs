namespace Recommender.Storage.State;

/// <summary>What the worker that has the state answers.</summary>
public sealed record StateAnswer
{
    /// <summary>The documents asked for.</summary>
    public IReadOnlyList<StateDocument> Documents { get; init; } = [];

    /// <summary>The revision asked for or made.</summary>
    public long Revision { get; init; }

    /// <summary>The document that did not have the revision expected.</summary>
    public StateName? Conflict { get; init; }

    /// <summary>Why it could not be done.</summary>
    public string? Error { get; init; }
}
