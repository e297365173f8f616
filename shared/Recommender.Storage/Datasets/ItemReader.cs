using Recommender.Core.Datasets;
using Recommender.Core.Interactions;
using Recommender.Storage.Homes;
using Recommender.Storage.Snapshots;

namespace Recommender.Storage.Datasets;

/// <summary>Reads every item that a snapshot lists, bought or not.</summary>
public static class ItemReader
{
    /// <summary>The items' ids, sorted, and what is known of each.</summary>
    public static (Vocabulary Items, Catalogue Facts) Read(HomeFolder home, SnapshotFolder snapshot, CancellationToken cancellationToken)
    {
        using var database = new WorkDatabase(home);
        database.Connection.Run(
            """
            CREATE TEMP TABLE numbered_items AS
              SELECT CAST(row_number() OVER (ORDER BY item_id) - 1 AS INTEGER) AS item, item_id AS id FROM read_parquet($items)
            """, cancellationToken, ("items", snapshot.Items));
        var items = Vocabulary.Of(database.Connection.Query("SELECT id FROM numbered_items ORDER BY item", row => row.GetString(0), cancellationToken));
        return (items, new CatalogueReader(database.Connection, Level.Item).Read(items, snapshot.Items, cancellationToken));
    }
}
