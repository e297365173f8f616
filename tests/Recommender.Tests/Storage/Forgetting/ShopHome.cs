using System.Text.Json;
using DuckDB.NET.Data;
using Recommender.Storage.Forgetting;
using Recommender.Storage.Homes;
using Recommender.Storage.Snapshots;

namespace Recommender.Tests.Storage.Forgetting;

/// <summary>A home with small but complete snapshots, in which anna appears in every place a person can appear in.</summary>
sealed class ShopHome : IDisposable
{
    public const string Anna = "anna-4711";

    static readonly string[] Tables =
    [
        """
        CREATE TABLE purchases AS SELECT * FROM (VALUES
            ('o1', 'anna-4711', 'i1', 2.5), ('o2', 'anna-4711 ', 'only-hers', 1), ('o2', 'anna-4711 ', 'i2', 1), ('o3', 'bob', 'i1', 1),
            ('o4', NULL, 'i2', 3), ('o5', 'anna-47112', 'i1', 1)) AS rows(order_id, customer_id, item_id, quantity)
        """,
        """
        CREATE TABLE returns AS SELECT * FROM (VALUES
            ('c1', 'anna-4711', 'i1', 'cancellations'), ('c2', 'anna-4711', 'i2', 'returns'), ('c3', 'bob', 'i1', 'returns'))
            AS rows(order_id, customer_id, item_id, fate)
        """,
        "CREATE TABLE items AS SELECT * FROM (VALUES ('i1', 'Tea'), ('i2', 'Pot'), ('only-hers', 'Cup')) AS rows(item_id, name)",
        """
        CREATE TABLE customers AS SELECT * FROM (VALUES
            ('anna-4711', 'Anna Huber', NULL, 'anna@example.com'), ('bob', 'Bob', 'anna-4711', NULL), ('anna-47112', 'Other Anna', 'bob', NULL))
            AS rows(customer_id, name, parent_account, email)
        """,
        """
        CREATE TABLE rejects AS SELECT * FROM (VALUES
            (1, 'quantity', 'x', 'no number', 'anna-4711'), (2, 'customer', 'anna-4711,', 'a comma too many', NULL),
            (3, 'date', '2026-13-01', 'no date (of customer=anna-4711)', NULL), (4, 'date', '2026-13-02', 'no date', 'bob'),
            (5, 'x', 'anna-47112', 'another', NULL), (6, 'x', 'xanna-4711', 'another', NULL))
            AS rows(line, "column", value, reason, customer_id)
        """,
        "ALTER TABLE rejects ADD COLUMN cure VARCHAR",
        "ALTER TABLE purchases ADD COLUMN purchased_at TIMESTAMP",
        "UPDATE purchases SET purchased_at = TIMESTAMP '2026-01-01' + to_days(length(order_id)::INTEGER)",
    ];

    readonly TemporaryFolder _folder = new();

    public ShopHome()
    {
        Connection.Open();
        Home = HomeFolder.Open(_folder.Path);
        Tenant = Home.Tenant("default");
        Writer = WriterLock.Acquire(Home, "test", TimeSpan.Zero, _ => { }, CancellationToken.None);
        foreach (var sql in Tables) Run(sql);
    }

    public HomeFolder Home { get; }

    public TenantFolder Tenant { get; }

    public WriterLock Writer { get; }

    public DuckDBConnection Connection { get; } = new("Data Source=:memory:;threads=2");

    public CustomerRemoval Removal(ProfileRewriter? rewriteProfile = null, Action<string>? says = null) =>
        new(Tenant, Writer, Connection, new(rewriteProfile ?? WriteProfile, TimeProvider.System, says ?? (_ => { })));

    /// <summary>Publishes the tables, with one purchase more on every call.</summary>
    public SnapshotFolder Publish(string dataset, string? parent = null)
    {
        var folder = Tenant.Dataset(dataset);
        Run("INSERT INTO purchases SELECT 'more' || count(*), 'bob', 'i1', 1, TIMESTAMP '2026-01-01' FROM purchases");
        using var staging = folder.CreateStaging(Writer);
        var rows = new Dictionary<string, long>();
        foreach (var table in (string[])["purchases", "returns", "items", "customers", "rejects"])
            rows[$"{table}.parquet"] = ParquetTable.Write(Connection, $"FROM {table}", staging.File($"{table}.parquet"), CancellationToken.None);
        WriteProfile(Connection, staging.Path);
        return folder.Publish(staging, Manifest(dataset, parent, rows, staging), Writer).Snapshot;
    }

    /// <summary>A profile that names the customer who buys most, like a real one does.</summary>
    public static void WriteProfile(DuckDBConnection connection, string folder)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT customer_id FROM read_parquet($file) GROUP BY ALL ORDER BY count(*) DESC, 1";
        command.Parameters.AddWithValue("file", Path.Combine(folder, "purchases.parquet"));
        using var reader = command.ExecuteReader();
        List<string> customers = [];
        while (reader.Read()) customers.Add(reader.IsDBNull(0) ? "" : reader.GetString(0));
        File.WriteAllText(Path.Combine(folder, "profile.json"), JsonSerializer.Serialize(new { customers }));
    }

    /// <summary>Every cell of every Parquet file and every other file's text under the home, decoded.</summary>
    public IEnumerable<(string Path, string Text)> EverythingHeld()
    {
        foreach (var path in Directory.GetFiles(Home.Path, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".lock")))
        {
            if (!path.EndsWith(".parquet"))
            {
                yield return (path, File.ReadAllText(path));
                continue;
            }
            using var command = Connection.CreateCommand();
            command.CommandText = "FROM read_parquet($file)";
            command.Parameters.AddWithValue("file", path);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                for (var column = 0; column < reader.FieldCount; column++) yield return (path, Convert.ToString(reader.GetValue(column)) ?? "");
            }
        }
    }

    public void Dispose()
    {
        Connection.Dispose();
        Writer.Dispose();
        _folder.Dispose();
    }

    void Run(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    SnapshotManifest Manifest(string dataset, string? parent, Dictionary<string, long> rows, StagingFolder staging)
    {
        var kept = rows["purchases.parquet"];
        var manifest = new SnapshotManifest
        {
            Tenant = "default",
            Dataset = dataset,
            Created = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(kept),
            RowsRead = kept + 9,
            Counts = new() { ["rejected"] = 6, ["cancellations"] = 1, ["returns"] = 2, ["suppressed"] = 0, ["kept"] = kept },
            Lines = 0,
            Baskets = 0,
            Customers = 0,
            Items = 0,
            Pairs = 0,
            Source = new("csv", []),
            Options = JsonElement.Parse("{}"),
            Parent = parent,
        };
        return SnapshotTotals.Of(Connection, staging.File("purchases.parquet"), CancellationToken.None)
            .Into(manifest).Sealed(staging.Describe(rows, CancellationToken.None));
    }
}
