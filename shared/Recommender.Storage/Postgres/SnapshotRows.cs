using System.Data.Common;
using DuckDB.NET.Data;
using Recommender.Core;

namespace Recommender.Storage.Postgres;

/// <summary>Reads the Parquet files of a snapshot.</summary>
sealed class SnapshotRows : IDisposable
{
    readonly DuckDBConnection _duck = new("Data Source=:memory:;memory_limit=1GB");

    public SnapshotRows() => _duck.Open();

    /// <summary>Columns of a file beyond those that every shop has: kept as text under their own names.</summary>
    public TargetColumn[] Attributes(string path, TargetTable table)
    {
        using var command = Command("SELECT * FROM read_parquet(?) LIMIT 0", path);
        using var reader = command.ExecuteReader();
        var known = table.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).Where(name => !known.Contains(name))
                .Select(name => new TargetColumn(Identifier.Checked(name, "Customer attribute"), TargetType.Text)),
        ];
    }

    public DbDataReader Read(string path, TargetTable table, CancellationToken cancellationToken)
    {
        using var command = Command(table.Select, path);
        return command.ExecuteReader(cancellationToken);
    }

    public void Dispose() => _duck.Dispose();

    DuckDBCommand Command(string sql, string path)
    {
        if (!File.Exists(path)) throw new UserErrorException($"The snapshot has no file '{path}'; import the dataset again.");

        var command = _duck.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add(new DuckDBParameter(path));
        return command;
    }
}
