namespace Recommender.Storage.Postgres;

/// <summary>What a load did to one table.</summary>
public sealed record TableChange(string Table, long Inserted, long Updated, long Deleted, long Unchanged)
{
    public long Rows => Inserted + Updated + Unchanged;
}
