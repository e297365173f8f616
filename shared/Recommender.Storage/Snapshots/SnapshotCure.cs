namespace Recommender.Storage.Snapshots;

/// <summary>What helps against a damaged snapshot, said the same everywhere.</summary>
static class SnapshotCure
{
    public const string PutBack = "Import the source again, restore a backup, or delete its folder.";
}
