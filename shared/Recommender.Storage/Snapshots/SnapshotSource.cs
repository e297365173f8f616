namespace Recommender.Storage.Snapshots;

/// <summary>What a snapshot was imported from: its kind (csv, parquet, excel, postgres, ...) and its files as they were.</summary>
public sealed record SnapshotSource(string Kind, IReadOnlyList<SourceFile> Files);
