namespace Recommender.Storage.Snapshots;

/// <summary>One thing that <see cref="Verification"/> found wrong: where, what, and what helps (within the problem's sentence when empty).</summary>
public sealed record Fault(string Path, string Problem, string Cure);
