namespace Recommender.Storage.Snapshots;

/// <summary>What publishing did: the snapshot that is current now, and whether it was written or existed already.</summary>
public sealed record Publication(SnapshotFolder Snapshot, bool Written);
