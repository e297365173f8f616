using DuckDB.NET.Data;
using Recommender.Storage.Snapshots;

namespace Recommender.Storage.Forgetting;

/// <summary>Writes a snapshot again without one person. Items stay: what only this person bought is still in the catalogue.</summary>
sealed class SnapshotWithoutPerson(DuckDBConnection connection, SnapshotFolder snapshot, Person person)
{
    const string Fate = "fate";

    readonly OrderedDictionary<string, long> _removed = [];
    readonly OrderedDictionary<string, long> _counts = new(snapshot.Manifest.Counts);
    readonly Dictionary<string, long> _rows = [];

    /// <summary>Rows taken out, or freed of the person's name, by table.</summary>
    public OrderedDictionary<string, long> Removed => _removed;

    /// <summary>Fills <paramref name="staging"/> and returns the manifest of what it holds then.</summary>
    public SnapshotManifest Write(StagingFolder staging, ProfileRewriter rewriteProfile, CancellationToken cancellationToken)
    {
        var tables = new SnapshotPeople(connection, snapshot).Tables(cancellationToken);
        foreach (var (path, columns) in tables) WriteTable(path, columns, staging, cancellationToken);
        foreach (var file in snapshot.Manifest.Files.Where(file => !staging.Has(file.Name)))
            File.Copy(Path.Combine(snapshot.Path, file.Name), staging.File(file.Name));
        rewriteProfile(connection, staging.Path);

        var totals = SnapshotTotals.Of(connection, staging.File("purchases.parquet"), cancellationToken);
        return totals.Into(snapshot.Manifest with { Counts = _counts }).Sealed(staging.Describe(_rows, cancellationToken));
    }

    void WriteTable(string path, IReadOnlyList<string> columns, StagingFolder staging, CancellationToken cancellationToken)
    {
        var file = Path.GetFileName(path);
        var table = Path.GetFileNameWithoutExtension(path);
        var before = ParquetTable.Rows(connection, path, cancellationToken);
        _rows[file] = before;
        if (SnapshotPeople.Owned(path, columns, person) is not { } owned) return;

        Account(table, columns.Contains(Fate), path, owned, cancellationToken);
        var query = $"SELECT {Kept(columns)} FROM read_parquet($file) WHERE NOT {owned}";
        _rows[file] = ParquetTable.Write(connection, query, staging.File(file), cancellationToken, person.Parameters(path, query));
        _removed[table] = before - _rows[file];
    }

    // Another customer below this person's account stays, without the account's name.
    static string Kept(IReadOnlyList<string> columns) => columns.Contains(SnapshotPeople.Parent)
        ? $"* REPLACE (CASE WHEN list_contains($spellings, {SnapshotPeople.Parent}) THEN NULL ELSE {SnapshotPeople.Parent} END AS {SnapshotPeople.Parent})"
        : "*";

    // The rows leave the cleaning step they were counted in and become suppressed ones: the sum stays rows_read.
    void Account(string table, bool hasFate, string path, string owned, CancellationToken cancellationToken)
    {
        var step = table switch
        {
            "purchases" => "'kept'",
            "returns" when hasFate => Fate,
            "rejects" => "'rejected'",
            _ => null,
        };
        if (step is null) return;

        var query = $"SELECT {step}, count(*) FROM read_parquet($file) WHERE {owned} GROUP BY ALL";
        using var command = connection.Command(query, person.Parameters(path, query));
        using var reader = command.ExecuteReader(cancellationToken);
        while (reader.Read(cancellationToken))
        {
            if (!reader.IsDBNull(0)) Move(reader.GetString(0), reader.GetInt64(1));
        }
    }

    void Move(string step, long rows)
    {
        if (!_counts.TryGetValue(step, out var counted)) return;

        var moved = Math.Min(rows, counted);   // a source row can be rejected for several columns
        _counts[step] = counted - moved;
        _counts["suppressed"] = _counts.GetValueOrDefault("suppressed") + moved;
    }
}
