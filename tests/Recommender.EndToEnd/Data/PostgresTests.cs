using System.Globalization;
using Recommender.Tests.Storage.Postgres;
using Xunit;

namespace Recommender.EndToEnd.Data;

/// <summary>A real PostgreSQL as the source and as the target of an import.</summary>
public sealed class PostgresTests(BuiltConsole console, PostgresServer server) : IClassFixture<BuiltConsole>, IClassFixture<PostgresServer>
{
    const string Shop = """
        CREATE SCHEMA till;
        CREATE TABLE till.lines (order_id bigint, customer_id text, item_id text, quantity numeric(10,3), amount numeric(12,2), purchased_at timestamptz);
        INSERT INTO till.lines
        SELECT n / 3, CASE WHEN n % 10 > 0 THEN 'C' || n % 50 END, 'I' || n % 20, 1 + n % 4, 2.5 * (1 + n % 4), '2026-01-01T00:00:00Z'::timestamptz + n * interval '1 minute'
        FROM generate_series(0, 2999) AS n;
        """;

    [Fact]
    public async Task A_table_and_a_query_give_what_a_file_of_the_same_lines_gives()
    {
        var database = await CreateAsync();
        using var place = new TemporaryHome();
        var file = place.Write("lines.csv", Lines());
        var fromFile = await TablesAsync(place.Path("file"), ["import", file]);

        var fromTable = await TablesAsync(place.Path("table"), ["import", "--connection", database, "--table", "till.lines"]);
        var fromQuery = await TablesAsync(place.Path("query"), ["import", "--connection", database, "--query", "SELECT * FROM till.lines ORDER BY purchased_at DESC"]);

        Assert.Equal(fromFile, fromTable);
        Assert.Equal(fromFile, fromQuery);
    }

    [Fact]
    public async Task Loading_the_cleaned_tables_twice_changes_nothing_the_second_time()
    {
        var database = await CreateAsync();
        using var home = new TemporaryHome();
        string[] import = ["import", console.Shop, "--dataset", "shop", "--to", "postgres", "--to-connection", database, "--json"];

        var first = (await console.RunAsync(home.Folder, import)).Ends(0).Json;
        var second = (await console.RunAsync(home.Folder, import)).Ends(0).Json;

        Assert.Equal(first.GetProperty("lines").GetInt64(), first.GetProperty("postgres").EnumerateObject().First(table => table.Name.Contains("purchases", StringComparison.Ordinal)).Value.GetProperty("inserted").GetInt64());
        Assert.False(second.GetProperty("written").GetBoolean());
        foreach (var table in second.GetProperty("postgres").EnumerateObject())
        {
            Assert.All((string[])["inserted", "updated", "deleted"], change => Assert.Equal(0, table.Value.GetProperty(change).GetInt64()));
            Assert.Equal(first.GetProperty("postgres").GetProperty(table.Name).GetProperty("inserted").GetInt64(), table.Value.GetProperty("unchanged").GetInt64());
        }
    }

    [Fact]
    public async Task A_server_that_does_not_answer_and_a_table_that_is_missing_are_explained_without_the_password()
    {
        var database = await CreateAsync();
        using var home = new TemporaryHome();

        var missing = (await console.RunAsync(home.Folder, "import", "--connection", database, "--table", "till.nothing", "--dataset", "shop", "--json")).Ends(1);
        var silent = (await console.RunAsync(home.Folder, "import", "--connection", "Host=127.0.0.1;Port=1;Username=me;Password=hidden-word;Database=x", "--table", "t", "--dataset", "shop", "--json")).Ends(1);

        Assert.Contains("till.nothing", missing.Error);
        Assert.Contains("127.0.0.1", silent.Error);
        Assert.DoesNotContain("unexpected", missing.Error + silent.Error);
        Assert.DoesNotContain(PostgresServer.Password, missing.Output + missing.Errors);
        Assert.DoesNotContain("hidden-word", silent.Output + silent.Errors);
        Assert.Equal(0, (await console.RunAsync(home.Folder, "data", "list", "--json")).Json.GetArrayLength());
    }

    async Task<string> CreateAsync()
    {
        var name = $"shop_{Guid.NewGuid():N}";
        await server.ExecuteAsync("postgres", $"CREATE DATABASE {name} TEMPLATE template0", TestContext.Current.CancellationToken);
        await server.ExecuteAsync(name, Shop, TestContext.Current.CancellationToken);
        return new Npgsql.NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = server.Port, Database = name, Username = PostgresServer.User, Password = PostgresServer.Password,
        }.ConnectionString;
    }

    async Task<string[]> TablesAsync(string home, string[] import)
    {
        var imported = (await console.RunAsync(home, [.. import, "--dataset", "shop", "--json"])).Ends(0).Json;
        Assert.Equal(3000, imported.GetProperty("rows_read").GetInt64());
        var files = (await console.RunAsync(home, "data", "show", "--dataset", "shop", "--json")).Ends(0).Json.GetProperty("files");
        return [.. files.EnumerateArray().Where(file => file.GetProperty("name").GetString()!.EndsWith(".parquet", StringComparison.Ordinal)).Select(file => $"{file.GetProperty("name")} {file.GetProperty("sha256")}")];
    }

    static string Lines() => "order_id,customer_id,item_id,quantity,amount,purchased_at\n" + string.Concat(Enumerable.Range(0, 3000).Select(n => string.Create(
        CultureInfo.InvariantCulture,
        $"{n / 3},{(n % 10 > 0 ? $"C{n % 50}" : "")},I{n % 20},{1 + (n % 4)}.000,{2.5 * (1 + (n % 4)):0.00},{new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(n):yyyy-MM-dd'T'HH:mm:ss'Z'}\n")));
}
