namespace Recommender.Storage.Postgres;

/// <summary>The snapshot that goes to PostgreSQL: its folder, the dataset it belongs to and the hash that names it.</summary>
public sealed record SnapshotToLoad(string Folder, string Dataset, string Hash)
{
    internal string File(TargetTable table) => Path.Combine(Folder, $"{table.Name}.parquet");
}
