using System.Diagnostics;
using Recommender.Core;
using Recommender.Storage.Postgres;
using Xunit;

namespace Recommender.Tests.Storage.Postgres;

[Collection(PostgresCollection.Name)]
public sealed class PostgresTargetTests(PostgresServer server)
{
    const string TwoOrders =
        """
        ('1', 'ann', 'soap', 2, 9.00, '2024-01-02 03:04:05'),
        ('1', 'ann', 'soap', 1, 4.50, '2024-01-02 03:04:05'),
        ('1', 'ann', 'brush', 1, 11.123456, '2024-01-02 03:04:05'),
        ('2', NULL, 'soap', 0.5, 2.25, '2024-01-03 00:00:00')
        """;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_snapshot_is_loaded_with_every_value_as_it_was()
    {
        var address = await server.CreateDatabaseAsync(Stop);
        using var snapshot = SnapshotFolder.Of(TwoOrders);

        var changes = await LoadAsync(address, snapshot);

        Assert.Equal(
            [new("shop_purchases", 4, 0, 0, 0), new("shop_returns", 0, 0, 0, 0), new("shop_items", 2, 0, 0, 0), new("shop_customers", 1, 0, 0, 0)], changes);
        Assert.Equal(
            [
                "1|brush|1|ann|1.000000|11.123456|2024-01-02T03:04:05Z||DE||EUR|",
                "1|soap|1|ann|1.000000|4.500000|2024-01-02T03:04:05Z||DE||EUR|",
                "1|soap|2|ann|2.000000|9.000000|2024-01-02T03:04:05Z||DE||EUR|",
                "2|soap|1||0.500000|2.250000|2024-01-03T00:00:00Z||DE||EUR|",
            ],
            await RowsAsync(address, "SELECT * FROM recommender.shop_purchases ORDER BY 1, 2, 3"));
        Assert.Equal(
            ["brush|Name of brush|||||1.500000|||2020-02-29T12:00:00Z||true", "soap|Name of soap|||||1.500000|||2020-02-29T12:00:00Z||true"],
            await RowsAsync(address, "SELECT * FROM recommender.shop_items ORDER BY 1"));
    }

    [Fact]
    public async Task Loading_a_snapshot_again_changes_no_row()
    {
        var address = await server.CreateDatabaseAsync(Stop);
        using var snapshot = SnapshotFolder.Of(TwoOrders);
        await LoadAsync(address, snapshot);
        var before = await RowsAsync(address, "SELECT xmin, xmax, ctid, * FROM recommender.shop_purchases ORDER BY ctid");

        var changes = await LoadAsync(address, snapshot);

        Assert.All(changes, change => Assert.Equal((0, 0, 0), (change.Inserted, change.Updated, change.Deleted)));
        Assert.Equal([4, 0, 2, 1], changes.Select(change => change.Unchanged));
        Assert.Equal(before, await RowsAsync(address, "SELECT xmin, xmax, ctid, * FROM recommender.shop_purchases ORDER BY ctid"));
    }

    [Fact]
    public async Task What_differs_between_two_loads_is_inserted_updated_and_deleted_and_nothing_else_is_written()
    {
        var address = await server.CreateDatabaseAsync(Stop);
        using var first = SnapshotFolder.Of(TwoOrders);
        using var second = SnapshotFolder.Of(
            """
            ('1', 'ann', 'soap', 1, 4.50, '2024-01-02 03:04:05'),
            ('1', 'ann', 'brush', 1, 12.00, '2024-01-02 03:04:05'),
            ('2', NULL, 'soap', 0.5, 2.25, '2024-01-03 00:00:00'),
            ('3', 'bob', 'comb', 1, 3.00, '2024-01-04 00:00:00')
            """);
        await LoadAsync(address, first);

        var changes = await LoadAsync(address, second);

        Assert.Equal(
            [new("shop_purchases", 1, 1, 1, 2), new("shop_returns", 0, 0, 0, 0), new("shop_items", 1, 0, 0, 2), new("shop_customers", 1, 0, 0, 1)], changes);
        Assert.Equal(["1|brush|12.000000", "1|soap|4.500000", "2|soap|2.250000", "3|comb|3.000000"],
            await RowsAsync(address, "SELECT order_id, item_id, amount FROM recommender.shop_purchases ORDER BY 1, 2"));
    }

    [Fact]
    public async Task Returns_keep_their_fate()
    {
        var address = await server.CreateDatabaseAsync(Stop);
        using var snapshot = SnapshotFolder.Of(TwoOrders, returns: "SELECT *, 'cancellations' AS fate FROM purchases WHERE order_id = '1'");

        await LoadAsync(address, snapshot);

        Assert.Equal(["brush|1|cancellations", "soap|1|cancellations", "soap|2|cancellations"],
            await RowsAsync(address, "SELECT item_id, line_no, fate FROM recommender.shop_returns ORDER BY 1, 2"));
    }

    [Fact]
    public async Task Attributes_of_customers_come_and_go_as_text_columns_and_a_DBAs_own_column_stays()
    {
        var address = await server.CreateDatabaseAsync(Stop);
        using var bare = SnapshotFolder.Of(TwoOrders);
        using var dressed = SnapshotFolder.Of(TwoOrders, """"SELECT 'ann' AS customer_id, 'gold "A"' AS "Loyalty ""tier""", '37' AS Alter"""");
        await LoadAsync(address, bare);
        await ExecuteAsync(address, "ALTER TABLE recommender.shop_customers ADD COLUMN note text; UPDATE recommender.shop_customers SET note = 'ours'");

        var added = await LoadAsync(address, dressed);
        var withAttributes = await RowsAsync(address, """"SELECT customer_id, "Loyalty ""tier""", "Alter", note FROM recommender.shop_customers"""");
        var removed = await LoadAsync(address, bare);

        Assert.Equal(new("shop_customers", 0, 1, 0, 0), added[3]);
        Assert.Equal(["ann|gold \"A\"|37|ours"], withAttributes);
        Assert.Equal(new("shop_customers", 0, 1, 0, 0), removed[3]);
        Assert.Equal(["ann|||ours"], await RowsAsync(address, """"SELECT customer_id, "Loyalty ""tier""", "Alter", note FROM recommender.shop_customers""""));
    }

    [Fact]
    public async Task Every_load_is_recorded()
    {
        var address = await server.CreateDatabaseAsync(Stop);
        using var snapshot = SnapshotFolder.Of(TwoOrders);

        await LoadAsync(address, snapshot);
        await LoadAsync(address, snapshot);

        Assert.Equal(
            ["1|shop|5eed|2024-05-06T07:08:09Z|4|0|2|1|7|0|0|{}", "2|shop|5eed|2024-05-06T07:08:09Z|4|0|2|1|0|0|0|{}"],
            await RowsAsync(address, "SELECT * FROM recommender.loads ORDER BY id"));
    }

    [Fact]
    public async Task Odd_names_are_quoted_not_obeyed()
    {
        var address = await server.CreateDatabaseAsync(Stop);
        using var snapshot = SnapshotFolder.Of("('o\"1', 'x''; DROP TABLE y; --', 'Größe 日本 🎁', 1, 1, '2024-01-01')");
        var target = new PostgresTarget(address, Clock) { Schema = "my \"schema\"" };

        await target.LoadAsync(new(snapshot.Path, "shop \"ü\" '1'", "5eed"), Stop);

        Assert.Equal(["o\"1|x'; DROP TABLE y; --|Größe 日本 🎁"],
            await RowsAsync(address, "SELECT order_id, customer_id, item_id FROM \"my \"\"schema\"\"\".\"shop \"\"ü\"\" '1'_purchases\""));
    }

    [Fact]
    public async Task A_character_that_PostgreSQL_cannot_hold_is_replaced()
    {
        var address = await server.CreateDatabaseAsync(Stop);
        using var snapshot = SnapshotFolder.Of("('1', 'ann', 'so' || chr(0) || 'ap', 1, 1, '2024-01-01')");

        await LoadAsync(address, snapshot);

        Assert.Equal(["so\uFFFDap"], await RowsAsync(address, "SELECT item_id FROM recommender.shop_purchases"));
    }

    [Fact]
    public async Task A_name_that_PostgreSQL_would_cut_is_refused()
    {
        var address = await server.CreateDatabaseAsync(Stop);
        using var snapshot = SnapshotFolder.Of(TwoOrders);

        var error = await Assert.ThrowsAsync<UserErrorException>(
            () => new PostgresTarget(address, Clock).LoadAsync(new(snapshot.Path, new string('d', 60), "5eed"), Stop));

        Assert.Contains("has 70 bytes", error.Message);
        Assert.Contains("shorter name", error.Message);
    }

    [Fact]
    public async Task A_load_without_the_right_to_create_says_which_right_is_missing()
    {
        var address = await server.CreateDatabaseAsync(Stop);
        var guest = $"guest_{address.Database}";
        await ExecuteAsync(address, $"CREATE ROLE {guest} LOGIN PASSWORD 'guest-word'");
        using var snapshot = SnapshotFolder.Of(TwoOrders);

        var error = await Assert.ThrowsAsync<UserErrorException>(() => LoadAsync(server.Address(address.Database, guest, "guest-word"), snapshot));

        Assert.Contains("permission denied for database", error.Message);
        Assert.Contains("GRANT", error.Message);
    }

    [Fact]
    public async Task An_account_with_a_schema_of_its_own_needs_no_right_on_the_database()
    {
        var address = await server.CreateDatabaseAsync(Stop);
        var loader = $"loader_{address.Database}";
        await ExecuteAsync(address, $"CREATE ROLE {loader} LOGIN PASSWORD 'loader-word'; CREATE SCHEMA recommender AUTHORIZATION {loader}");
        using var snapshot = SnapshotFolder.Of(TwoOrders);

        var changes = await LoadAsync(server.Address(address.Database, loader, "loader-word"), snapshot);

        Assert.Equal(4, changes[0].Inserted);
    }

    [Fact]
    public async Task Cancelling_at_any_moment_leaves_the_tables_as_they_were()
    {
        var address = await server.CreateDatabaseAsync(Stop);
        using var small = SnapshotFolder.Of(TwoOrders);
        using var large = SnapshotFolder.OfLines(50_000);
        await LoadAsync(address, small);

        var cancelled = 0;
        foreach (var milliseconds in new[] { 20, 60, 120, 200, 300, 450 })
        {
            using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            cancel.CancelAfter(milliseconds);
            try
            {
                await new PostgresTarget(address, Clock).LoadAsync(new(large.Path, "shop", "beef"), cancel.Token);
                break;   // Quick enough to finish: from here on there is nothing left to cancel.
            }
            catch (OperationCanceledException)
            {
                cancelled++;
                Assert.Equal(["4"], await RowsAsync(address, "SELECT count(*) FROM recommender.shop_purchases"));
                Assert.Equal(["1"], await RowsAsync(address, "SELECT count(*) FROM recommender.loads"));
            }
        }

        Assert.True(cancelled > 0);
        Assert.Equal(50_000, (await LoadAsync(address, large))[0].Rows);
    }

    [Fact]
    public async Task Two_hundred_thousand_lines_load_twice_within_seconds()
    {
        var address = await server.CreateDatabaseAsync(Stop);
        using var snapshot = SnapshotFolder.OfLines(200_000);

        var watch = Stopwatch.StartNew();
        var first = await LoadAsync(address, snapshot);
        var firstTime = watch.Elapsed;
        var second = await LoadAsync(address, snapshot);

        TestContext.Current.TestOutputHelper?.WriteLine($"first load {firstTime}, second {watch.Elapsed - firstTime}");
        Assert.Equal((200_000, 0), (first[0].Inserted, first[0].Unchanged));
        Assert.Equal((0, 200_000), (second[0].Inserted, second[0].Unchanged));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"two loads took {watch.Elapsed}");
    }

    static readonly TimeProvider Clock = new StoppedClock();

    static Task<IReadOnlyList<TableChange>> LoadAsync(PostgresAddress address, SnapshotFolder snapshot) =>
        new PostgresTarget(address, Clock).LoadAsync(new(snapshot.Path, "shop", "5eed"), Stop);

    Task ExecuteAsync(PostgresAddress address, string sql) => server.ExecuteAsync(address.Database, sql, Stop);

    static async Task<List<string>> RowsAsync(PostgresAddress address, string query)
    {
        using var table = await PostgresTable.OpenQueryAsync(address, query, Stop);
        var rows = new List<string>();
        while (table.Read()) rows.Add(table.RawText.Replace('\t', '|'));
        return rows;
    }

    sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);
    }
}
