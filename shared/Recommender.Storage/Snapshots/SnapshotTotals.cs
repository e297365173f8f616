using DuckDB.NET.Data;

namespace Recommender.Storage.Snapshots;

/// <summary>The headline numbers of purchase lines.</summary>
public sealed record SnapshotTotals(long Lines, long Baskets, long Customers, long Items, long Pairs, DateTime? From, DateTime? To)
{
    const string Sql = """
        WITH lines AS (FROM read_parquet($file)),
             pairs AS (SELECT DISTINCT customer_id, item_id FROM lines WHERE customer_id IS NOT NULL)
        SELECT count(*), count(DISTINCT order_id), count(DISTINCT customer_id), count(DISTINCT item_id), (SELECT count(*) FROM pairs),
               min(purchased_at), max(purchased_at)
        FROM lines
        """;

    /// <summary>Counts the file purchases.parquet of a snapshot.</summary>
    public static SnapshotTotals Of(DuckDBConnection connection, string purchases, CancellationToken cancellationToken)
    {
        using var command = connection.Command(Sql, [("file", purchases)]);
        using var reader = command.ExecuteReader(cancellationToken);
        reader.Read(cancellationToken);
        return new(
            reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), Time(reader, 5), Time(reader, 6));
    }

    /// <summary>The manifest with these numbers.</summary>
    public SnapshotManifest Into(SnapshotManifest manifest) => manifest with
    {
        Lines = Lines,
        Baskets = Baskets,
        Customers = Customers,
        Items = Items,
        Pairs = Pairs,
        From = From,
        To = To,
    };

    static DateTime? Time(DuckDBDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : DateTime.SpecifyKind(reader.GetDateTime(column), DateTimeKind.Utc);
}
