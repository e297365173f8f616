using DuckDB.NET.Data;
using Recommender.Core.Datasets;
using Recommender.Storage.Snapshots;

namespace Recommender.Storage.Datasets;

/// <summary>
/// What was bought, as the connection has defined it, in dense numbers: DuckDB numbers customers, items and baskets, then column spans
/// are placed in two passes, baskets first, their lines second. No row is ever an object.
/// </summary>
sealed class NumberedPurchases
{
    readonly DuckDBConnection _connection;
    readonly SnapshotFolder _snapshot;
    readonly CancellationToken _cancellationToken;

    public NumberedPurchases(DuckDBConnection connection, SnapshotFolder snapshot, CancellationToken cancellationToken)
    {
        (_connection, _snapshot, _cancellationToken) = (connection, snapshot, cancellationToken);
        connection.Run(SqlScript.Of<NumberedPurchases>("dense"), cancellationToken, Files);
        Customers = Names("SELECT id FROM customers ORDER BY customer");
        Items = Names("SELECT id FROM numbered_items ORDER BY item");
    }

    /// <summary>The customers' ids, sorted.</summary>
    public Vocabulary Customers { get; }

    /// <summary>The items' ids, sorted.</summary>
    public Vocabulary Items { get; }

    (string, object?)[] Files => [("purchases", _snapshot.Purchases), ("items", _snapshot.Items)];

    /// <summary>Who bought what when.</summary>
    public ShopBaskets Baskets(DatasetParts parts)
    {
        var builder = new BasketsBuilder(Customers.Count, Items.Count);
        ReadBaskets(builder);
        ReadLines(builder, parts.HasFlag(DatasetParts.Quantities), parts.HasFlag(DatasetParts.Amounts));
        return builder.Build();
    }

    /// <summary>Explicit ratings by customer, the last of each pair; null where there are none.</summary>
    public CsrMatrix? Ratings()
    {
        var starts = new int[Customers.Count + 1];
        var (columns, values) = (new List<int>(), new List<float>());
        Chunks(SqlScript.Of<NumberedPurchases>("ratings"), reader =>
        {
            foreach (var customer in reader.Column<int>(0)) starts[customer + 1]++;
            columns.AddRange(reader.Column<int>(1));
            values.AddRange(reader.Column<float>(2));
        }, Files);
        if (columns.Count == 0) return null;

        for (var customer = 0; customer < Customers.Count; customer++) starts[customer + 1] += starts[customer];
        return new(starts, columns.ToArray(), values.ToArray(), Items.Count);
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

    void ReadLines(BasketsBuilder builder, bool wantsQuantities, bool wantsAmounts) => Chunks(SqlScript.Of<NumberedPurchases>("lines"), reader =>
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

    // A line without quantity is one unit; one without an amount brought nothing. What was given back weighs nothing either.
    static float Number(DuckDBDataReader reader, int column, int row, ReadOnlySpan<float> numbers) =>
        reader.IsNull(column, row) ? (column == 2 ? 1 : 0) : Math.Max(0, numbers[row]);

    void Chunks(string sql, Action<DuckDBDataReader> take, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = _connection.Command(sql, parameters);
        using var reader = command.ExecuteReader(_cancellationToken);
        while (reader.ReadChunk(_cancellationToken)) take(reader);
    }
}
