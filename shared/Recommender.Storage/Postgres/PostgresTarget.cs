using DuckDB.NET.Data;
using Npgsql;
using Recommender.Core;

namespace Recommender.Storage.Postgres;

/// <summary>
/// Keeps the tables of a dataset in PostgreSQL the same as its snapshot: <c>recommender.shop_purchases</c>, <c>_returns</c>, <c>_items</c>,
/// <c>_customers</c>, and a line in <c>recommender.loads</c> for every load. See docs/decisions/0004-postgres-target.md.
/// </summary>
public sealed class PostgresTarget(PostgresAddress address, TimeProvider time)
{
    const string LoadsTable = "loads";

    public string Schema { get; init; } = "recommender";

    /// <summary>Connects once, so that a wrong address is told before any work is done.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await using var connection = await address.ConnectAsync(cancellationToken);
    }

    /// <summary>Loads all or nothing. Loading the same snapshot again changes no row.</summary>
    public async Task<IReadOnlyList<TableChange>> LoadAsync(SnapshotToLoad snapshot, CancellationToken cancellationToken)
    {
        var names = new TargetNames(Identifier.Checked(Schema, "Schema"), snapshot.Dataset);
        await using var connection = await address.ConnectAsync(cancellationToken);
        try
        {
            return await LoadAsync(connection, snapshot, names, cancellationToken);
        }
        catch (Exception e) when (PostgresFault.IsServerFault(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw PostgresFault.OfWorking(e, address, $"cannot load dataset {snapshot.Dataset} into schema {Schema}");
        }
        catch (DuckDBException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new UserErrorException($"Snapshot {snapshot.Folder} cannot be read ({e.Message.ReplaceLineEndings(" ")}); check it with data verify.", e);
        }
    }

    async Task<IReadOnlyList<TableChange>> LoadAsync(
        NpgsqlConnection connection, SnapshotToLoad snapshot, TargetNames names, CancellationToken cancellationToken)
    {
        await connection.RunAsync("SET client_min_messages = warning", cancellationToken);
        // Two loads of one dataset go one after the other. The lock ends with the connection.
        await connection.RunAsync("SELECT pg_advisory_lock(hashtextextended($1, 0))", cancellationToken, names.Loads + snapshot.Dataset);

        using var files = new SnapshotRows();
        var attributes = files.Attributes(snapshot.File(TargetTable.Customers), TargetTable.Customers);
        var former = await FormerAttributesAsync(connection, names, snapshot.Dataset, cancellationToken);

        var staged = new List<StagedTable>();
        foreach (var table in new[] { TargetTable.Purchases, TargetTable.Returns, TargetTable.Items, TargetTable.Customers.With(attributes) })
        {
            // What the snapshot has no longer is staged as NULL, so that the table does not keep values of an older one.
            var whole = table.Name == TargetTable.Customers.Name ? table.With(former.ExceptBy(attributes.Select(a => a.Name), a => a.Name)) : table;
            using var rows = files.Read(snapshot.File(table), table, cancellationToken);
            staged.Add(await StagedTable.CopyAsync(connection, whole, [.. table.Columns], rows, cancellationToken));
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await CreateSchemaAsync(connection, cancellationToken);
        var changes = new List<TableChange>();
        foreach (var table in staged)
            changes.Add(await table.MergeAsync(connection, Schema, names.Of(table.Table), cancellationToken));
        await RecordAsync(connection, snapshot, names, changes, attributes, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return changes;
    }

    // A DBA may have made the schema for an account that may not make any: then nothing is left to create.
    async Task CreateSchemaAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (!await connection.AskAsync<bool>("SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = $1)", cancellationToken, Schema))
            await connection.RunAsync($"CREATE SCHEMA {Identifier.Quote(Schema)}", cancellationToken);
    }

    static async Task<TargetColumn[]> FormerAttributesAsync(
        NpgsqlConnection connection, TargetNames names, string dataset, CancellationToken cancellationToken)
    {
        if (!await connection.AskAsync<bool>("SELECT to_regclass($1) IS NOT NULL", cancellationToken, names.Loads)) return [];

        var columns = await connection.AskAsync<string[]>(
            $"""
            SELECT coalesce(array_agg(a.attname::text ORDER BY a.attnum), ARRAY[]::text[]) FROM pg_attribute a
            WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped
              AND a.attname::text IN (SELECT unnest(attributes) FROM {names.Loads} WHERE dataset = $2)
            """,
            cancellationToken, Identifier.Quote(names.Schema, names.Of(TargetTable.Customers)), dataset);
        return [.. columns.Select(name => new TargetColumn(name, TargetType.Text))];
    }

    async Task RecordAsync(
        NpgsqlConnection connection, SnapshotToLoad snapshot, TargetNames names, List<TableChange> changes, TargetColumn[] attributes, CancellationToken cancellationToken)
    {
        await connection.RunAsync(TargetSql.CreateLoads(names.Loads), cancellationToken);
        await connection.RunAsync(TargetSql.RecordLoad(names.Loads), cancellationToken,
        [
            snapshot.Dataset, snapshot.Hash, time.GetUtcNow().UtcDateTime, .. changes.Select(change => (object)change.Rows),
            changes.Sum(change => change.Inserted), changes.Sum(change => change.Updated), changes.Sum(change => change.Deleted),
            attributes.Select(attribute => attribute.Name).ToArray(),
        ]);
    }

    readonly record struct TargetNames(string Schema, string Dataset)
    {
        public string Loads => Identifier.Quote(Schema, LoadsTable);

        public string Of(TargetTable table) => Identifier.Checked($"{Dataset}_{table.Name}", "Table");
    }
}
