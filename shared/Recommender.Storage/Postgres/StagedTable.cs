using System.Data.Common;
using Npgsql;

namespace Recommender.Storage.Postgres;

/// <summary>A table of the snapshot in a temporary table of the session: seen by nobody else, gone with the connection.</summary>
sealed record StagedTable(TargetTable Table, long Rows)
{
    const int RowsBetweenChecks = 4096;

    /// <summary>Copies the columns that the file has; the table's other columns stay NULL.</summary>
    public static async Task<StagedTable> CopyAsync(
        NpgsqlConnection connection, TargetTable table, TargetColumn[] sent, DbDataReader rows, CancellationToken cancellationToken)
    {
        await connection.RunAsync(TargetSql.CreateStaging(table), cancellationToken);

        ulong count;
        await using (var copy = await connection.BeginBinaryImportAsync(TargetSql.CopyIntoStaging(table, sent), cancellationToken))
        {
            for (var row = 0L; rows.Read(); row++)
            {
                if (row % RowsBetweenChecks == 0) cancellationToken.ThrowIfCancellationRequested();
                Send(rows, sent, copy);
            }
            count = await copy.CompleteAsync(cancellationToken);
        }

        // Nothing analyses temporary tables by itself, and the merge is planned by their size.
        await connection.RunAsync($"ANALYZE {table.Staging}", cancellationToken);
        return new(table, (long)count);
    }

    static void Send(DbDataReader row, TargetColumn[] columns, NpgsqlBinaryImporter copy)
    {
        copy.StartRow();
        for (var i = 0; i < columns.Length; i++)
        {
            if (row.IsDBNull(i)) copy.WriteNull();
            else columns[i].Type.Send(row, i, copy);
        }
    }

    /// <summary>Makes the target the same as what is staged.</summary>
    public async Task<TableChange> MergeAsync(NpgsqlConnection connection, string schema, string name, CancellationToken cancellationToken)
    {
        var target = Identifier.Quote(schema, name);
        await connection.RunAsync(TargetSql.Create(Table, target), cancellationToken);
        foreach (var column in Table.Values) await connection.RunAsync(TargetSql.AddColumn(target, column), cancellationToken);

        var deleted = await connection.RunAsync(TargetSql.Remove(Table, target), cancellationToken);
        await using var store = new NpgsqlCommand(TargetSql.Store(Table, target), connection);
        await using var counts = await store.ExecuteReaderAsync(cancellationToken);
        await counts.ReadAsync(cancellationToken);
        var (inserted, updated) = (counts.GetInt64(0), counts.GetInt64(1));
        return new(name, inserted, updated, deleted, Rows - inserted - updated);
    }
}
