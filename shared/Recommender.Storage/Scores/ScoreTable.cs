using DuckDB.NET.Data;
using Recommender.Core.Datasets;
using Recommender.Core.Store;
using Recommender.Storage.Homes;
using Recommender.Storage.Snapshots;

namespace Recommender.Storage.Scores;

/// <summary>
/// Writes parts: customer_id, rank from 1, item_id, score. One thread of the database keeps the rows in their order, so that equal lists
/// are equal bytes on every machine. Names go in as numbers of an enumeration, which the file keeps as its dictionary: no text is touched
/// twice. One group of rows holds a usual part, so that the dictionary stands there once.
/// </summary>
public sealed class ScoreTable(HomeFolder home) : IDisposable
{
    internal const string Customer = "customer_id";

    // Scores hardly shrink: a higher level takes a third of a percent off the file and half as long again.
    const string Settings = "(FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE 1048576)";

    readonly WorkDatabase _database = new(home, threads: 1);
    Vocabulary? _items;

    /// <summary>Writes the lists as the part of that number.</summary>
    public void Write(ScoreFolder folder, int number, ScoreLists lists, CancellationToken cancellationToken)
    {
        _database.Connection.Run("DROP TABLE IF EXISTS part", cancellationToken);
        Enumerate("customer", lists.CustomerNames, lists.Customers, cancellationToken);
        if (_items != lists.ItemNames) Enumerate("item", lists.ItemNames, [.. Enumerable.Range(0, lists.ItemNames.Count)], cancellationToken);
        _items = lists.ItemNames;
        _database.Connection.Run($"CREATE TABLE part ({Customer} customer, rank INTEGER, item_id item, score FLOAT)", cancellationToken);
        using (var writer = _database.Connection.CreateChunkWriter("part"))
        {
            Fill(writer, lists, cancellationToken);
            writer.Complete();
        }
        WithHidden(folder, hidden =>
        {
            Save("FROM part", hidden, cancellationToken);
            var part = Describe(hidden, ScorePart.NameOf(number), lists.Count, cancellationToken);
            folder.Add(hidden, part);
            return part;
        });
    }

    /// <summary>Writes a part again without the people of these spellings.</summary>
    internal ScorePart Without(ScoreFolder folder, ScorePart part, IReadOnlyList<string> spellings, CancellationToken cancellationToken) => WithHidden(folder, hidden =>
    {
        Save($"SELECT * FROM read_parquet($file) WHERE NOT list_contains($spellings, {Customer})", hidden, cancellationToken, ("file", folder.File(part.Name)), ("spellings", spellings.ToArray()));
        var rest = Describe(hidden, part.Name, part.Customers - spellings.Count, cancellationToken);
        folder.Replace(hidden, rest);
        return rest;
    });

    /// <summary>Closes the database.</summary>
    public void Dispose() => _database.Dispose();

    // What was broken off leaves nothing.
    static ScorePart WithHidden(ScoreFolder folder, Func<string, ScorePart> write)
    {
        var hidden = folder.Hidden();
        try
        {
            return write(hidden);
        }
        finally
        {
            File.Delete(hidden);
        }
    }

    void Save(string query, string path, CancellationToken cancellationToken, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        (string, object?)[] all = [("path", path), .. parameters];
        WriteFailure.Explain(Path.GetDirectoryName(path)!, () => _database.Connection.Run($"COPY ({query}) TO $path {Settings}", cancellationToken, all));
    }

    ScorePart Describe(string path, string name, long customers, CancellationToken cancellationToken) => new()
    {
        Name = name,
        Customers = customers,
        Rows = ParquetTable.Rows(_database.Connection, path, cancellationToken),
        Bytes = new FileInfo(path).Length,
        Sha256 = FileHash.Of(path, cancellationToken),
    };

    void Enumerate(string type, Vocabulary names, ReadOnlySpan<int> entries, CancellationToken cancellationToken)
    {
        _database.Connection.Run($"DROP TYPE IF EXISTS {type}", cancellationToken);
        _database.Connection.Run("CREATE OR REPLACE TABLE names (name VARCHAR)", cancellationToken);
        using (var writer = _database.Connection.CreateChunkWriter("names"))
        {
            foreach (var entry in entries)
            {
                writer.Text(0, names.Utf8(entry));
                writer.EndRow();
            }
            writer.Complete();
        }
        _database.Connection.Run($"CREATE TYPE {type} AS ENUM (SELECT name FROM names)", cancellationToken);
    }

    static void Fill(DuckDBChunkWriter writer, ScoreLists lists, CancellationToken cancellationToken)
    {
        for (var place = 0; place < lists.Count; place++)
        {
            if (place % 1024 == 0) cancellationToken.ThrowIfCancellationRequested();
            var items = lists.Items(place);
            var scores = lists.Scores(place);
            for (var rank = 0; rank < items.Length; rank++)
            {
                Number(writer, 0, (uint)place, lists.Count);
                writer.Value(1, rank + 1);
                Number(writer, 2, (uint)items[rank], lists.ItemNames.Count);
                writer.Value(3, scores[rank]);
                writer.EndRow();
            }
        }
    }

    // An enumeration is stored in as few bytes as its values need.
    static void Number(DuckDBChunkWriter writer, int column, uint number, int values)
    {
        if (values <= byte.MaxValue) writer.Value(column, (byte)number);
        else if (values <= ushort.MaxValue) writer.Value(column, (ushort)number);
        else writer.Value(column, number);
    }
}
