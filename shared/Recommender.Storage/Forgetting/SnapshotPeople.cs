using DuckDB.NET.Data;
using Recommender.Storage.Snapshots;

namespace Recommender.Storage.Forgetting;

/// <summary>Where the tables of one snapshot can hold a person: by column, and in the text of the rejects.</summary>
sealed class SnapshotPeople(DuckDBConnection connection, SnapshotFolder snapshot)
{
    public const string Customer = "customer_id";
    public const string Parent = "parent_account";
    public const string Rejects = "rejects.parquet";

    // The texts of a reject in which an id may stand, as one.
    public const string RejectText = "nfc_normalize(concat_ws(' ', value, reason, cure))";

    // What a text falls into when an id is to be recognised by its hash alone.
    const string Words = $"""SELECT unnest(list_append(regexp_split_to_array({RejectText}, '[\s,;|=:"''()]+'), value)) FROM read_parquet($file)""";

    /// <summary>The Parquet files of the snapshot with their columns.</summary>
    public IReadOnlyList<(string Path, IReadOnlyList<string> Columns)> Tables(CancellationToken cancellationToken) =>
        [.. from file in snapshot.Manifest.Files
            where file.Name.EndsWith(".parquet", StringComparison.Ordinal)
            let path = Path.Combine(snapshot.Path, file.Name)
            select (path, ParquetTable.Columns(connection, path, cancellationToken))];

    /// <summary>Looks for the person in every place; <paramref name="id"/> is the normalised id where it is known, which a hash alone does not tell.</summary>
    public Person Find(Func<string, bool> isWanted, string? id, CancellationToken cancellationToken)
    {
        HashSet<string> spellings = [];
        HashSet<string> ids = id is null ? [] : [id];
        foreach (var (path, columns) in Tables(cancellationToken))
        {
            foreach (var query in Places(path, columns))
            {
                foreach (var match in CustomerIds.Matching(connection, query, isWanted, cancellationToken, ("file", path)))
                {
                    spellings.Add(match.Spelling);
                    ids.Add(match.Id);
                }
            }
        }
        return new([.. spellings], [.. ids]);
    }

    /// <summary>Whether a reject's text names the person although no column does.</summary>
    public bool IsMentioned(Person person, CancellationToken cancellationToken) =>
        person.Pattern is { } pattern && File.Exists(snapshot.Rejects) && connection.Value($"SELECT 1 FROM read_parquet($file) WHERE regexp_matches({RejectText}, $pattern) LIMIT 1", cancellationToken,
            ("file", snapshot.Rejects), ("pattern", pattern)) is not null;

    /// <summary>Which rows of a table are the person's, as a condition that is never null; null when the table names nobody.</summary>
    public static string? Owned(string path, IReadOnlyList<string> columns, Person person)
    {
        var byId = columns.Contains(Customer) ? Is(Customer) : null;
        return Path.GetFileName(path) == Rejects && person.Pattern is not null
            ? $"({byId ?? "false"} OR regexp_matches({RejectText}, $pattern))"
            : byId;
    }

    /// <summary>The same with the rows of others that name the person as their parent account.</summary>
    public static string? Names(string path, IReadOnlyList<string> columns, Person person) =>
        Owned(path, columns, person) is { } owned && columns.Contains(Parent) ? $"({owned} OR {Is(Parent)})" : Owned(path, columns, person);

    static string Is(string column) => $"coalesce(list_contains($spellings, {column}), false)";

    static IEnumerable<string> Places(string path, IReadOnlyList<string> columns)
    {
        foreach (var column in columns.Where(column => column is Customer or Parent)) yield return $"SELECT {column} FROM read_parquet($file)";
        if (Path.GetFileName(path) == Rejects) yield return Words;
    }
}
