using DuckDB.NET.Data;
using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Interactions;
using Recommender.Storage.Homes;
using Recommender.Storage.Snapshots;

namespace Recommender.Storage.Datasets;

/// <summary>
/// Streams a snapshot's Parquet into a <see cref="Dataset"/>: DuckDB numbers customers, items and baskets, then column spans are
/// placed in two passes, baskets first, their lines second. No row is ever an object.
/// </summary>
public sealed class DatasetReader
{
    readonly SnapshotFolder _snapshot;
    readonly DatasetRequest _request;
    readonly DuckDBConnection _connection;
    readonly CancellationToken _cancellationToken;

    DatasetReader(SnapshotFolder snapshot, DatasetRequest request, DuckDBConnection connection, CancellationToken cancellationToken) =>
        (_snapshot, _request, _connection, _cancellationToken) = (snapshot, request, connection, cancellationToken);

    /// <summary>Reads the snapshot; one without any purchase is an error.</summary>
    public static Dataset Read(HomeFolder home, SnapshotFolder snapshot, DatasetRequest request, CancellationToken cancellationToken)
    {
        using var database = new WorkDatabase(home);
        return new DatasetReader(snapshot, request, database.Connection, cancellationToken).Read();
    }

    (string, object?)[] Files => [("purchases", _snapshot.Purchases), ("items", _snapshot.Items)];

    Dataset Read()
    {
        var manifest = _snapshot.Manifest;
        LevelledPurchases.Define(_connection, _request.Level, _cancellationToken);
        _connection.Run(SqlScript.Of<DatasetReader>("dense"), _cancellationToken, Files);
        var customers = Names("SELECT id FROM customers ORDER BY customer");
        var items = Names("SELECT id FROM numbered_items ORDER BY item");
        if (items.Count == 0) throw new UserErrorException($"The dataset '{manifest.Dataset}' has no purchases to learn from. See what became of its lines: recommender profile --dataset {manifest.Dataset}.");

        if (_request.Level != Level.Item && items.Count == 1 && items[0] == LevelledPurchases.NoGroup)
            throw new UserErrorException($"No item of the dataset '{manifest.Dataset}' has a {_request.Level.ToString().ToLowerInvariant()}, so nothing can be learned at that level. Import a list of items with it (--items), or leave --level away.");

        var builder = new BasketsBuilder(customers.Count, items.Count);
        ReadBaskets(builder);
        ReadLines(builder);
        return new()
        {
            Name = manifest.Dataset,
            Hash = _request.Level == Level.Item ? manifest.Hash : $"{manifest.Hash}:{_request.Level.ToString().ToLowerInvariant()}",
            Customers = customers,
            Items = items,
            Baskets = builder.Build(),
            Now = manifest.To is { } last ? Minute(last) + 1 : 0,
            HasTimes = manifest.From is not null,
            Catalogue = _request.Parts.HasFlag(DatasetParts.Catalogue) ? new CatalogueReader(_connection, _request.Level).Read(items, _snapshot.Items, _cancellationToken) : Catalogue.Empty,
            Ratings = _request.Parts.HasFlag(DatasetParts.Ratings) ? ReadRatings(customers.Count, items.Count) : null,
        };
    }

    Vocabulary Names(string sql)
    {
        var names = new VocabularyBuilder();
        Chunks(sql, reader =>
        {
            for (var row = 0; row < reader.ChunkRows; row++) names.Add(reader.Utf8(0, row));
        });
        return names.Build();
    }

    void ReadBaskets(BasketsBuilder builder) => Chunks(
        "SELECT coalesce(customer, -1) AS customer, CAST(coalesce(epoch_us(bought_at) // 60000000, 0) AS INTEGER) AS minute, lines FROM baskets ORDER BY basket",
        reader =>
        {
            var customers = reader.Column<int>(0);
            var minutes = reader.Column<int>(1);
            var lines = reader.Column<int>(2);
            for (var row = 0; row < customers.Length; row++) builder.AddBasket(customers[row], minutes[row], lines[row]);
        });

    void ReadLines(BasketsBuilder builder)
    {
        var (wantsQuantities, wantsAmounts) = (_request.Parts.HasFlag(DatasetParts.Quantities), _request.Parts.HasFlag(DatasetParts.Amounts));
        Chunks(SqlScript.Of<DatasetReader>("lines"), reader =>
        {
            var baskets = reader.Column<int>(0);
            var items = reader.Column<int>(1);
            var quantities = reader.Column<float>(2);
            var amounts = reader.Column<float>(3);
            for (var row = 0; row < baskets.Length; row++)
            {
                builder.AddLine(
                    baskets[row], items[row],
                    wantsQuantities ? Number(reader, 2, row, quantities) : null,
                    wantsAmounts ? Number(reader, 3, row, amounts) : null);
            }
        }, Files);
    }

    // A line without quantity is one unit; one without an amount brought nothing. What was given back weighs nothing either.
    static float Number(DuckDBDataReader reader, int column, int row, ReadOnlySpan<float> numbers) =>
        reader.IsNull(column, row) ? (column == 2 ? 1 : 0) : Math.Max(0, numbers[row]);

    CsrMatrix? ReadRatings(int customers, int items)
    {
        var starts = new int[customers + 1];
        var (columns, values) = (new List<int>(), new List<float>());
        Chunks(SqlScript.Of<DatasetReader>("ratings"), reader =>
        {
            foreach (var customer in reader.Column<int>(0)) starts[customer + 1]++;
            columns.AddRange(reader.Column<int>(1));
            values.AddRange(reader.Column<float>(2));
        }, Files);
        if (columns.Count == 0) return null;

        for (var customer = 0; customer < customers; customer++) starts[customer + 1] += starts[customer];
        return new(starts, columns.ToArray(), values.ToArray(), items);
    }

    void Chunks(string sql, Action<DuckDBDataReader> take, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = _connection.Command(sql, parameters);
        using var reader = command.ExecuteReader(_cancellationToken);
        while (reader.ReadChunk(_cancellationToken)) take(reader);
    }

    static int Minute(DateTime time) => (int)((time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMinute);
}
