using System.Globalization;
using System.Text;
using Recommender.Core;
using Recommender.Storage.Postgres;
using Recommender.Storage.Sources;
using Xunit;

namespace Recommender.Tests.Storage.Postgres;

[Collection(PostgresCollection.Name)]
public sealed class PostgresTableTests(PostgresServer server)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("(-32768)::int2", "-32768")]
    [InlineData("2147483647::int4", "2147483647")]
    [InlineData("(-9223372036854775808)::int8", "-9223372036854775808")]
    [InlineData("0::numeric", "0")]
    [InlineData("12.50::numeric(18,6)", "12.500000")]
    [InlineData("(-0.0001)::numeric", "-0.0001")]
    [InlineData("0.00000000012::numeric", "0.00000000012")]
    [InlineData("10000::numeric", "10000")]
    [InlineData("100000000.00::numeric", "100000000.00")]
    [InlineData("12345678901234567890123456789012345678.123456789::numeric", "12345678901234567890123456789012345678.123456789")]
    [InlineData("'NaN'::numeric", "NaN")]
    [InlineData("1.1::float4", "1.1")]
    [InlineData("0.1::float8 + 0.2::float8", "0.30000000000000004")]
    [InlineData("'$1,234.50'::money", "1234.50")]
    [InlineData("'Crème brûlée 日本 🎁'::text", "Crème brûlée 日本 🎁")]
    [InlineData("'Sérum'::varchar(20)", "Sérum")]
    [InlineData("'GB'::char(5)", "GB")]
    [InlineData("'x'::\"char\"", "x")]
    [InlineData("''::text", "")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("'2000-02-29'::date", "2000-02-29")]
    [InlineData("'1999-12-31'::date", "1999-12-31")]
    [InlineData("'0001-01-01'::date", "0001-01-01")]
    [InlineData("'2100-03-01'::date", "2100-03-01")]
    [InlineData("'12345-06-07'::date", "12345-06-07")]
    [InlineData("'infinity'::date", "infinity")]
    [InlineData("'2023-05-01 10:11:12'::timestamp", "2023-05-01T10:11:12")]
    [InlineData("'1969-12-31 23:59:59.999999'::timestamp", "1969-12-31T23:59:59.999999")]
    [InlineData("'2023-05-01 10:11:12.25+02'::timestamptz", "2023-05-01T08:11:12.25Z")]
    [InlineData("'-infinity'::timestamptz", "-infinity")]
    [InlineData("'23:59:01.5'::time", "23:59:01.5")]
    [InlineData("'23:59:01+02'::timetz", "23:59:01+02")]
    [InlineData("'P1DT2H'::interval", "P1DT2H")]
    [InlineData("'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11")]
    [InlineData("'{\"a\": 1}'::json", "{\"a\": 1}")]
    [InlineData("'{\"a\":1}'::jsonb", "{\"a\": 1}")]
    [InlineData("ARRAY['a b', 'c']", "{\"a b\",c}")]
    [InlineData("ARRAY[1, NULL, 3]", "{1,NULL,3}")]
    [InlineData("'\\xdead'::bytea", "\\xdead")]
    [InlineData("'10.0.0.0/8'::cidr", "10.0.0.0/8")]
    [InlineData("'[1,5)'::int4range", "[1,5)")]
    [InlineData("4294967295::oid", "4294967295")]
    [InlineData("NULL::int", "")]
    [InlineData("NULL", "")]
    public async Task A_value_of_any_type_reads_as_its_exact_text(string expression, string expected)
    {
        var address = await server.CreateDatabaseAsync(Stop);

        var rows = await ReadQueryAsync(address, $"SELECT {expression} AS value");

        Assert.Equal([[expected]], rows);
    }

    [Fact]
    public async Task Every_day_of_eight_centuries_reads_as_the_calendar_has_it()
    {
        var address = await server.CreateDatabaseAsync(Stop);

        var rows = await ReadQueryAsync(address, "SELECT generate_series('1600-01-01'::date, '2400-12-31', '1 day')::date");

        var day = new DateOnly(1600, 1, 1);
        foreach (var row in rows)
        {
            Assert.Equal(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row[0]);
            day = day.AddDays(1);
        }
        Assert.Equal(new DateOnly(2401, 1, 1), day);
    }

    [Fact]
    public async Task Enums_and_domains_read_as_their_text()
    {
        var address = await server.CreateDatabaseAsync(Stop);
        await ExecuteAsync(address, "CREATE TYPE state AS ENUM ('paid', 'not paid'); CREATE DOMAIN sku AS varchar(9); CREATE DOMAIN price AS numeric(8,2)");

        var rows = await ReadQueryAsync(address, "SELECT 'not paid'::state, 'A-1'::sku, 3::price");

        Assert.Equal([["not paid", "A-1", "3.00"]], rows);
    }

    [Fact]
    public async Task A_table_is_found_by_schema_and_name_whatever_their_case()
    {
        var address = await server.CreateDatabaseAsync(Stop);
        await ExecuteAsync(address, "CREATE SCHEMA sales; CREATE TABLE sales.orders (id int, sku text); INSERT INTO sales.orders VALUES (1, 'A'), (2, NULL)");

        using var table = await PostgresTable.OpenTableAsync(address, "Sales.Orders", Stop);

        Assert.Equal(["id", "sku"], table.Columns);
        Assert.Equal([["1", "A"], ["2", ""]], Rows(table));
        Assert.Equal(2, table.Line);
    }

    [Theory]
    [InlineData("Order Lines")]
    [InlineData("say \"hi\"")]
    [InlineData("x'; DROP TABLE kept; --")]
    [InlineData("Käufe 日本")]
    public async Task Odd_names_are_quoted_not_obeyed(string name)
    {
        var address = await server.CreateDatabaseAsync(Stop);
        var quoted = Identifier.Quote(name);
        await ExecuteAsync(address, $"CREATE TABLE kept (id int); CREATE TABLE {quoted} ({quoted} int); INSERT INTO {quoted} VALUES (7)");

        using var table = await PostgresTable.OpenTableAsync(address, quoted, Stop);
        using var kept = await PostgresTable.OpenTableAsync(address, "kept", Stop);

        Assert.Equal([name], table.Columns);
        Assert.Equal([["7"]], Rows(table));
        Assert.Empty(Rows(kept));
    }

    [Theory]
    [InlineData("SELECT 1 AS id, 2 AS id")]
    [InlineData("SELECT 1 AS id, 2 AS id ;\n")]
    [InlineData("SELECT 1 AS id, 2 AS id -- done")]
    [InlineData("WITH one AS (SELECT 1 AS id) SELECT *, 2 AS id FROM one ORDER BY 1")]
    public async Task Columns_of_one_name_are_both_read(string query)
    {
        var address = await server.CreateDatabaseAsync(Stop);

        using var table = await PostgresTable.OpenQueryAsync(address, query, Stop);

        Assert.Equal(["id", "id_2"], table.Columns);
        Assert.Equal([["1", "2"]], Rows(table));
    }

    [Fact]
    public async Task Two_hundred_thousand_rows_are_read_whole_and_in_order()
    {
        var address = await server.CreateDatabaseAsync(Stop);
        await ExecuteAsync(address, "CREATE TABLE lines AS SELECT n AS id, repeat('x', n % 50) AS pad, n / 100.0 AS price FROM generate_series(1, 200000) n");

        using var table = await PostgresTable.OpenTableAsync(address, "lines", Stop);

        var count = 0;
        while (table.Read())
        {
            count++;
            Assert.Equal(count.ToString(CultureInfo.InvariantCulture), Text(table, 0));
            Assert.Equal(count % 50, table.Field(1).Length);
        }
        Assert.Equal(200_000, count);
        Assert.False(table.Read());
        Assert.True(table.BytesRead > 4_000_000);
    }

    [Fact]
    public async Task A_value_larger_than_the_buffer_is_read_whole()
    {
        var address = await server.CreateDatabaseAsync(Stop);

        var rows = await ReadQueryAsync(address, "SELECT repeat('é', 1000000), 'after'");

        Assert.Equal([[new string('é', 1_000_000), "after"]], rows);
    }

    [Fact]
    public async Task A_table_left_in_the_middle_closes_at_once()
    {
        var address = await server.CreateDatabaseAsync(Stop);

        var table = await PostgresTable.OpenQueryAsync(address, "SELECT generate_series(1, 2000000000)", Stop);
        Assert.True(table.Read());
        table.Dispose();

        Assert.Equal([["0"]], await RunningAsync(address, "2000000000"));
    }

    [Fact]
    public async Task Cancelling_ends_a_query_that_gives_no_row_yet()
    {
        var address = await server.CreateDatabaseAsync(Stop);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        cancel.CancelAfter(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PostgresTable.OpenQueryAsync(address, "SELECT pg_sleep(600)::text", cancel.Token));

        Assert.Equal([["0"]], await RunningAsync(address, "pg_sleep(600)"));
    }

    [Fact]
    public async Task Cancelling_ends_the_reading_of_rows()
    {
        var address = await server.CreateDatabaseAsync(Stop);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        using var table = await PostgresTable.OpenQueryAsync(address, "SELECT repeat('x', 100), generate_series(1, 2000000000)", cancel.Token);
        for (var row = 0; row < 1000; row++) Assert.True(table.Read());

        await cancel.CancelAsync();

        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            while (table.Read()) { }
        });
    }

    [Fact]
    public async Task A_query_that_writes_is_refused()
    {
        var address = await server.CreateDatabaseAsync(Stop);
        await ExecuteAsync(address, "CREATE TABLE kept (id int); CREATE FUNCTION add_one() RETURNS int LANGUAGE sql AS 'INSERT INTO kept VALUES (1) RETURNING id'");

        var error = await Assert.ThrowsAsync<UserErrorException>(() => ReadQueryAsync(address, "SELECT add_one()"));

        Assert.Contains("read-only transaction", error.Message);
    }

    [Fact]
    public async Task A_mistyped_table_is_met_with_the_right_one()
    {
        var address = await server.CreateDatabaseAsync(Stop);
        await ExecuteAsync(address, "CREATE SCHEMA sales; CREATE TABLE sales.purchases (id int)");

        var error = await Assert.ThrowsAsync<UserErrorException>(() => PostgresTable.OpenTableAsync(address, "sales.purchaces", Stop));

        AssertOneLine(error, "sales.purchaces", "Did you mean 'sales.purchases'?");
    }

    [Fact]
    public async Task A_table_of_two_schemas_must_be_told_apart()
    {
        var address = await server.CreateDatabaseAsync(Stop);
        await ExecuteAsync(address, "CREATE SCHEMA a; CREATE SCHEMA b; CREATE TABLE a.orders (id int); CREATE TABLE b.orders (id int)");

        var error = await Assert.ThrowsAsync<UserErrorException>(() => PostgresTable.OpenTableAsync(address, "orders", Stop));

        AssertOneLine(error, "a.orders, b.orders", "write which one");
    }

    [Fact]
    public async Task A_bad_query_is_met_with_the_servers_words_and_their_place()
    {
        var address = await server.CreateDatabaseAsync(Stop);
        await ExecuteAsync(address, "CREATE TABLE orders (order_id int)");

        var error = await Assert.ThrowsAsync<UserErrorException>(() => ReadQueryAsync(address, "SELECT order_idd FROM orders"));

        AssertOneLine(error, "column \"order_idd\" does not exist", "at character 8", "Perhaps you meant", "Correct the query");
    }

    [Fact]
    public async Task A_value_that_fails_in_the_middle_names_the_row_before_it()
    {
        var address = await server.CreateDatabaseAsync(Stop);

        var error = await Assert.ThrowsAsync<UserErrorException>(() => ReadQueryAsync(address, "SELECT 1 / (3 - n) FROM generate_series(1, 5) n"));

        AssertOneLine(error, "division by zero");
    }

    [Fact]
    public async Task A_denied_table_names_the_user_and_the_grant()
    {
        var address = await server.CreateDatabaseAsync(Stop);
        var reader = $"reader_{address.Database}";
        await ExecuteAsync(address, $"CREATE TABLE orders (id int); CREATE ROLE {reader} LOGIN PASSWORD 'secret-of-reader'");

        var error = await Assert.ThrowsAsync<UserErrorException>(
            () => PostgresTable.OpenTableAsync(server.Address(address.Database, reader, "secret-of-reader"), "orders", Stop));

        AssertOneLine(error, "permission denied for table orders", reader, "GRANT");
        Assert.DoesNotContain("secret-of-reader", error.ToString());
    }

    // Right after a connection closes its process may still be about to end.
    static async Task<List<string[]>> RunningAsync(PostgresAddress address, string part)
    {
        var query = $"SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'COPY%{part}%' AND state = 'active' AND pid <> pg_backend_pid()";
        for (var attempt = 0; attempt < 50 && (await ReadQueryAsync(address, query))[0][0] != "0"; attempt++)
            await Task.Delay(100, Stop);
        return await ReadQueryAsync(address, query);
    }

    static async Task<List<string[]>> ReadQueryAsync(PostgresAddress address, string query)
    {
        using var table = await PostgresTable.OpenQueryAsync(address, query, Stop);
        return Rows(table);
    }

    Task ExecuteAsync(PostgresAddress address, string sql) => server.ExecuteAsync(address.Database, sql, Stop);

    static List<string[]> Rows(RecordReader reader)
    {
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(field => Text(reader, field))]);
        return rows;
    }

    static string Text(RecordReader reader, int field) => Encoding.UTF8.GetString(reader.Field(field));

    static void AssertOneLine(UserErrorException error, params string[] parts)
    {
        Assert.DoesNotContain('\n', error.Message);
        Assert.All(parts, part => Assert.Contains(part, error.Message));
    }
}
