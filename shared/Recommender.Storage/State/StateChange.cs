namespace Recommender.Storage.State;

/// <summary>What a document is to become.</summary>
/// <param name="Name">Which one.</param>
/// <param name="Json">What it is to say; null removes it.</param>
/// <param name="Expected">The revision that it must have for the change to be made, 0 when it must not be there; null when any will do.</param>
public sealed record StateChange(StateName Name, string? Json, long? Expected = null);
