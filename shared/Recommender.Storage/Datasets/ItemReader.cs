using DuckDB.NET.Data;
using Recommender.Core;
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
        try
        {
            return Read(database.Connection, snapshot.Items, cancellationToken);
        }
        catch (DuckDBException damaged)
        {
            throw new UserErrorException($"{snapshot.Items} cannot be read ({damaged.Message.Split('\n')[0].TrimEnd('.')}). See what is damaged: recommender data verify.", damaged);
        }
    }

    static (Vocabulary Items, Catalogue Facts) Read(DuckDBConnection connection, string file, CancellationToken cancellationToken)
    {
        connection.Run(
            """
            CREATE TEMP TABLE numbered_items AS
              SELECT CAST(row_number() OVER (ORDER BY item_id) - 1 AS INTEGER) AS item, item_id AS id FROM read_parquet($items)
            """, cancellationToken, ("items", file));
        var items = Vocabulary.Of(connection.Query("SELECT id FROM numbered_items ORDER BY item", row => row.GetString(0), cancellationToken));
        return (items, new CatalogueReader(connection, Level.Item).Read(items, file, cancellationToken));
    }
}
