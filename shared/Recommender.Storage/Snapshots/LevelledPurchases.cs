using DuckDB.NET.Data;
using Recommender.Core.Interactions;

namespace Recommender.Storage.Snapshots;

/// <summary>
/// Purchases seen at a level: <c>bought(purchases, items)</c> is the purchases table with the group of each item in the place of its id.
/// Items without a group stand together as <see cref="NoGroup"/>: none of their lines is lost.
/// </summary>
static class LevelledPurchases
{
    public const string NoGroup = "(none)";

    /// <summary>Defines <c>bought</c> and <c>things(items)</c>, the names of what can be bought at this level, on the connection.</summary>
    public static void Define(DuckDBConnection connection, Level level, CancellationToken cancellationToken) =>
        connection.Run(level == Level.Item ? AsItems : AsGroups(level.ToString().ToLowerInvariant()), cancellationToken);

    const string AsItems =
        """
        CREATE OR REPLACE TEMP MACRO bought(purchases, items) AS TABLE SELECT * FROM read_parquet(purchases);
        CREATE OR REPLACE TEMP MACRO things(items) AS TABLE SELECT item_id AS id, name FROM read_parquet(items);
        """;

    // The column is a member of an enum, never a text of a person's.
    static string AsGroups(string column) =>
        $"""
         CREATE OR REPLACE TEMP MACRO bought(purchases, items) AS TABLE
           SELECT p.* REPLACE (coalesce(i.{column}, '{NoGroup}') AS item_id)
           FROM read_parquet(purchases) p LEFT JOIN read_parquet(items) i ON i.item_id = p.item_id;
         CREATE OR REPLACE TEMP MACRO things(items) AS TABLE
           SELECT DISTINCT coalesce({column}, '{NoGroup}') AS id, coalesce({column}, '{NoGroup}') AS name FROM read_parquet(items);
         """;
}
