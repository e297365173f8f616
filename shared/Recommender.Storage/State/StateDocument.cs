namespace Recommender.Storage.State;

/// <summary>A document as it is kept.</summary>
/// <param name="Name">What names it.</param>
/// <param name="Json">What it says; null when it was removed.</param>
/// <param name="Revision">The number of the change that made it so; every change has a higher one than those before.</param>
/// <param name="Updated">When that was.</param>
public sealed record StateDocument(StateName Name, string? Json, long Revision, DateTime Updated);
