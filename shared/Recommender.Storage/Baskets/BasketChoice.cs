using System.Text;
using DuckDB.NET.Data;
using Recommender.Core;
using Recommender.Core.Interactions;
using Recommender.Storage.Datasets;
using Recommender.Storage.Postgres;
using Recommender.Storage.Snapshots;

namespace Recommender.Storage.Baskets;

/// <summary>Leaves of what was bought only what a request asks for. What it names and the snapshot does not know is an error that lists what there is.</summary>
sealed class BasketChoice(DuckDBConnection connection, SnapshotFolder snapshot, BasketRequest request, CancellationToken cancellationToken)
{
    const int Listed = 8;

    /// <summary>Replaces <c>bought</c> by what is chosen of it.</summary>
    public void Apply()
    {
        MustBeKnown("region", request.Region);
        MustBeKnown("channel", request.Channel);
        MustBeKnown("site_id", request.Site);
        connection.Run("CREATE OR REPLACE TEMP TABLE chosen_customers AS SELECT customer_id FROM read_parquet($customers)", cancellationToken, ("customers", snapshot.Customers));
        foreach (var trait in request.Traits) Keep(trait);
        if (request.CustomerFile is { } file) KeepListed(file);
        connection.Run(
            SqlScript.Of<BasketChoice>("chosen"), cancellationToken,
            ("purchases", snapshot.Purchases), ("items", snapshot.Items),
            ("region", request.Region), ("channel", request.Channel), ("site", request.Site),
            ("group", request.Level == Level.Item ? null : LevelledPurchases.NoGroup), ("anyone", !request.ChoosesCustomers),
            ("begin", request.From), ("end", request.To), ("months", request.Season?.Mask));
    }

    void MustBeKnown(string column, string? value)
    {
        if (value is not null) MustBeKnown(snapshot.Purchases, column, value);
    }

    void MustBeKnown(string file, string column, string value)
    {
        var name = Identifier.Quote(column);
        var known = connection.Value($"SELECT count(*) FROM read_parquet($file) WHERE CAST({name} AS VARCHAR) = $value", cancellationToken, ("file", file), ("value", value));
        if (known is > 0L) return;

        var common = connection.Query(
            $"SELECT CAST({name} AS VARCHAR), count(*) FROM read_parquet($file) WHERE {name} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {Listed}",
            reader => reader.GetString(0), cancellationToken, ("file", file));
        var whose = file == snapshot.Customers ? "customer" : "purchase";
        throw new UserErrorException(common.Count == 0
            ? $"No {whose} of the dataset '{snapshot.Manifest.Dataset}' has a {column}, so none has '{value}'. Leave the condition away, or import the data with that column."
            : $"No {whose} of the dataset '{snapshot.Manifest.Dataset}' has the {column} '{value}'.{Suggestion.For(value, common)} The most frequent are {string.Join(", ", common)}. Give one that is there.");
    }

    void Keep(CustomerTrait trait)
    {
        var columns = connection.Query("SELECT column_name FROM (DESCRIBE SELECT * FROM read_parquet($file))", reader => reader.GetString(0), cancellationToken, ("file", snapshot.Customers));
        var column = columns.Find(name => name.Equals(trait.Column, StringComparison.OrdinalIgnoreCase))
            ?? throw new UserErrorException($"The customers of the dataset '{snapshot.Manifest.Dataset}' have no column '{trait.Column}'.{Suggestion.For(trait.Column, columns)} They have {string.Join(", ", columns)}. Give one of these.");
        MustBeKnown(snapshot.Customers, column, trait.Value);
        connection.Run(
            $"DELETE FROM chosen_customers WHERE customer_id NOT IN (SELECT customer_id FROM read_parquet($file) WHERE CAST({Identifier.Quote(column)} AS VARCHAR) = $value)",
            cancellationToken, ("file", snapshot.Customers), ("value", trait.Value));
    }

    void KeepListed(string file)
    {
        connection.Run("CREATE OR REPLACE TEMP TABLE listed_customers (id VARCHAR)", cancellationToken);
        var listed = Load(file);
        if (connection.Value("SELECT count(*) FROM read_parquet($file) WHERE customer_id IN (SELECT id FROM listed_customers)", cancellationToken, ("file", snapshot.Customers)) is 0L)
            throw new UserErrorException($"None of the {listed} customers listed in {file} is one of the dataset '{snapshot.Manifest.Dataset}'. List ids as they stand there, one a line.");
        connection.Run("DELETE FROM chosen_customers WHERE customer_id NOT IN (SELECT id FROM listed_customers)", cancellationToken);
    }

    int Load(string file)
    {
        var count = 0;
        using var lines = new TextLines(file, cancellationToken);
        using var writer = connection.CreateChunkWriter("listed_customers");
        while (lines.Next())
        {
            var id = lines.Line.Trim(" \t\""u8);
            if (id.IsEmpty) continue;
            if (!System.Text.Unicode.Utf8.IsValid(id)) throw BasketFile.Wrong(file, lines.Number, $"is no UTF-8 ('{Encoding.UTF8.GetString(id)}'). Save the file as UTF-8.");

            writer.Text(0, id);
            writer.EndRow();
            count++;
        }
        writer.Complete();
        return count > 0 ? count : throw new UserErrorException($"{file} lists no customers. Write an id a line.");
    }
}
