using static Recommender.Storage.Postgres.TargetType;

namespace Recommender.Storage.Postgres;

/// <summary>One table of a snapshot as PostgreSQL keeps it: its key first, then what may change.</summary>
sealed record TargetTable(string Name, IReadOnlyList<TargetColumn> Key, IReadOnlyList<TargetColumn> Values)
{
    // An order may list an item twice. The file is in a total order, so the number stays with its line from load to load.
    const string LineNumber =
        """row_number() OVER (PARTITION BY order_id, item_id ORDER BY customer_id, quantity, amount, purchased_at, site_id, region, channel, currency, rating)::INTEGER""";

    static readonly TargetColumn[] LineKey = [new("order_id", Text), new("item_id", Text), new("line_no", Whole, LineNumber)];

    static readonly TargetColumn[] LineValues =
    [
        new("customer_id", Text), new("quantity", Number), new("amount", Number), new("purchased_at", Instant), new("site_id", Text),
        new("region", Text), new("channel", Text), new("currency", Text), new("rating", Real),
    ];

    public static readonly TargetTable Purchases = new("purchases", LineKey, LineValues);

    public static readonly TargetTable Returns = new("returns",
        [.. LineKey[..2], LineKey[2] with { Source = LineNumber.Replace("rating)", "rating, fate)", StringComparison.Ordinal) }],
        [.. LineValues, new("fate", Text)]);

    public static readonly TargetTable Items = new("items",
        [new("item_id", Text)],
        [
            new("name", Text), new("category", Text), new("family", Text), new("brand", Text), new("variant_of", Text), new("price", Number),
            new("cost", Number), new("stock", Number), new("launched_at", Instant), new("discontinued_at", Instant), new("strategic", Flag),
        ]);

    /// <summary>Without the attributes, which differ from shop to shop.</summary>
    public static readonly TargetTable Customers = new("customers",
        [new("customer_id", Text)],
        [new("name", Text), new("kind", Text), new("parent_account", Text), new("region", Text), new("signed_up_at", Instant)]);

    public IEnumerable<TargetColumn> Columns => Key.Concat(Values);

    public string Staging => Identifier.Quote($"staging_{Name}");

    /// <summary>Reads the Parquet file, whose path is the statement's parameter.</summary>
    public string Select =>
        $"SELECT {string.Join(", ", Columns.Select(column => column.Source ?? column.Quoted))} FROM read_parquet(?)";

    public TargetTable With(IEnumerable<TargetColumn> further) => this with { Values = [.. Values, .. further] };
}
