namespace Recommender.Storage.Snapshots;

/// <summary>One file of the source: its name without folders, its size and SHA-256.</summary>
public sealed record SourceFile(string Name, long Bytes, string Sha256);
