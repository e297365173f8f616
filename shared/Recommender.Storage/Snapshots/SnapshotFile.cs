namespace Recommender.Storage.Snapshots;

/// <summary>One file of a snapshot; <paramref name="Rows"/> is null where the file is no table.</summary>
public sealed record SnapshotFile(string Name, long? Rows, long Bytes, string Sha256);
