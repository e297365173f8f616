using DuckDB.NET.Data;
using Recommender.Core.Store;
using Recommender.Storage.Homes;
using Recommender.Storage.Snapshots;

namespace Recommender.Storage.Scores;

/// <summary>
/// Writes parts: customer_id, rank from 1, item_id, score. One thread of the database keeps the rows in their order, so that equal lists
/// are equal bytes on every machine.
/// </summary>
public sealed class ScoreTable(HomeFolder home) : IDisposable
{
    internal const string Customer = "customer_id";
    const string Settings = "(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)";

    readonly WorkDatabase _database = new(home, threads: 1);

    /// <summary>Writes the lists as the part of that number.</summary>
    public void Write(ScoreFolder folder, int number, ScoreLists lists, CancellationToken cancellationToken)
    {
        _database.Connection.Run($"CREATE OR REPLACE TABLE part ({Customer} VARCHAR, rank INTEGER, item_id VARCHAR, score FLOAT)", cancellationToken);
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

    static void Fill(DuckDBChunkWriter writer, ScoreLists lists, CancellationToken cancellationToken)
    {
        for (var place = 0; place < lists.Count; place++)
        {
            if (place % 1024 == 0) cancellationToken.ThrowIfCancellationRequested();
            var customer = lists.CustomerNames.Utf8(lists.Customers[place]);
            var items = lists.Items(place);
            var scores = lists.Scores(place);
            for (var rank = 0; rank < items.Length; rank++)
            {
                writer.Text(0, customer);
                writer.Value(1, rank + 1);
                writer.Text(2, lists.ItemNames.Utf8(items[rank]));
                writer.Value(3, scores[rank]);
                writer.EndRow();
            }
        }
    }
}
