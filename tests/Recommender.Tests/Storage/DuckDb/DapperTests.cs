using Dapper;
using DuckDB.NET.Data;
using Xunit;

namespace Recommender.Tests.Storage.DuckDb;

public sealed class DapperTests : DuckDBTest
{
    sealed record Item(string ItemId, string? Name, decimal Price, int Stock, DateTime LaunchedAt, bool Strategic);

    sealed class Sale
    {
        public long Id { get; set; }

        public double? Discount { get; set; }

        public string[] Tags { get; set; } = [];
    }

    [Fact]
    public void Rows_become_records()
    {
        var items = Connection.Query<Item>("""
            SELECT 'a1' AS ItemId, NULL::VARCHAR AS Name, 9.95::DECIMAL(18,6) AS Price, 3 AS Stock, TIMESTAMP '2024-01-02 03:04:05' AS LaunchedAt, true AS Strategic
            UNION ALL SELECT 'b2', 'Serum', 1, 0, TIMESTAMP '2023-01-01', false ORDER BY 1
            """).AsList();

        Assert.Equal(
            [new Item("a1", null, 9.95m, 3, new(2024, 1, 2, 3, 4, 5), true), new Item("b2", "Serum", 1m, 0, new(2023, 1, 1), false)], items);
    }

    [Fact]
    public void Rows_become_objects_with_settable_properties()
    {
        var sale = Connection.QuerySingle<Sale>("SELECT 7::BIGINT AS Id, NULL::DOUBLE AS Discount, ['x', 'y'] AS Tags");

        Assert.Equal((7, null, "x,y"), (sale.Id, sale.Discount, string.Join(',', sale.Tags)));
    }

    [Fact]
    public void Anonymous_objects_are_parameters_by_name() =>
        Assert.Equal("shop 1.5 2024-02-29", Connection.ExecuteScalar<string>(
            "SELECT $name || ' ' || $price || ' ' || $day", new { name = "shop", price = 1.5m, day = new DateOnly(2024, 2, 29) }));

    [Fact]
    public void A_list_is_an_IN_list_in_both_ways()
    {
        var ids = new[] { 2L, 3L, 50L };

        Assert.Equal([2L, 3L], Connection.Query<long>("SELECT range FROM range(10) WHERE range = ANY($ids) ORDER BY 1", new { ids = new DuckDBList(ids) }));
        Assert.Equal([2L, 3L], Connection.Query<long>("SELECT range FROM range(10) WHERE range IN $ids ORDER BY 1", new { ids }));
    }

    [Fact]
    public void Statements_run_and_count()
    {
        Connection.Execute("CREATE TABLE t (x INT, y VARCHAR)");

        Assert.Equal(3, Connection.Execute("INSERT INTO t VALUES ($x, $y)", new[] { new { x = 1, y = "a" }, new { x = 2, y = "b" }, new { x = 3, y = "c" } }));
        Assert.Equal(3L, Connection.ExecuteScalar<long>("SELECT count(*) FROM t"));
    }

    [Fact]
    public void Several_results_and_transactions_work()
    {
        using var transaction = Connection.BeginTransaction();
        using (var results = Connection.QueryMultiple("SELECT 1; SELECT 'two'", transaction: transaction))
        {
            Assert.Equal(1, results.ReadSingle<int>());
            Assert.Equal("two", results.ReadSingle<string>());
        }
        transaction.Commit();
    }

    [Fact]
    public void Unbuffered_rows_stream()
    {
        var sum = 0L;
        foreach (var x in Connection.Query<long>("SELECT range FROM range(1000000)", buffered: false))
        {
            sum += x;
            if (x == 100_000) break;
        }

        Assert.Equal(5000050000, sum);
        Assert.Equal(1, Connection.ExecuteScalar<int>("SELECT 1"));
    }

    [Fact]
    public async Task The_asynchronous_way_takes_a_token()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE hash(a.range, b.range) = 1", cancellationToken: source.Token)));
    }
}
