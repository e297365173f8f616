using System.Text;
using DuckDB.NET.Data;
using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Storage;
using Recommender.Storage.Homes;
using Recommender.Storage.Tables;
using Xunit;

namespace Recommender.Tests.Storage.Tables;

public sealed class TableFileTests : IDisposable
{
    static readonly TableColumn[] Columns = [new("name", CellKind.Text), new("parts", CellKind.Names), new("count", CellKind.Whole), new("share", CellKind.Number)];
    static readonly Vocabulary Items = Vocabulary.Of(["plain", "with, comma", "with \"quotes\""]);

    readonly TemporaryFolder _folder = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Csv_quotes_what_needs_it_and_leaves_out_what_is_missing()
    {
        var path = Write("table.csv");

        Assert.Equal("name,parts,count,share\n\"a \"\"b\"\", c\",\"plain|with, comma|with \"\"quotes\"\"\",7,0.25\nd,,-1,\n,,,\n", File.ReadAllText(path));
    }

    [Fact]
    public void Names_in_csv_can_be_read_back_whatever_they_hold()
    {
        string[] names = ["a", "a|b", "b", "c\\", "\\|", "|", "d\"|\",e", "a|", "\\"];
        var path = Path.Combine(_folder.Path, "names.csv");

        TableFile.Write(Home(), path, [new("parts", CellKind.Names)], rows =>
        {
            rows.Names(Vocabulary.Of(names), Enumerable.Range(0, names.Length).ToArray());
            rows.EndRow();
        }, Token);

        var read = new List<string> { "" };
        var cell = File.ReadAllLines(path)[1][1..^1].Replace("\"\"", "\"", StringComparison.Ordinal);
        for (var at = 0; at < cell.Length; at++)
        {
            if (cell[at] == '|') read.Add("");
            else read[^1] += cell[at] == '\\' ? cell[++at] : cell[at];
        }
        Assert.Equal(names, read);
    }

    [Fact]
    public void Json_has_arrays_for_names_and_null_for_what_is_missing()
    {
        var rows = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Write("table.json"))).RootElement;

        Assert.Equal(3, rows.GetArrayLength());
        Assert.Equal("a \"b\", c", rows[0].GetProperty("name").GetString());
        Assert.Equal(["plain", "with, comma", "with \"quotes\""], rows[0].GetProperty("parts").EnumerateArray().Select(part => part.GetString()));
        Assert.Equal(0, rows[1].GetProperty("parts").GetArrayLength());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, rows[1].GetProperty("share").ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, rows[2].GetProperty("name").ValueKind);
    }

    [Fact]
    public void Parquet_has_lists_for_names_and_keeps_the_order_of_the_rows()
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();

        var found = connection.Value("SELECT string_agg(concat_ws('/', coalesce(name, '-'), len(parts), parts[2], count, share), ' ') FROM read_parquet($path)", Token, ("path", Write("table.parquet")));

        Assert.Equal("a \"b\", c/3/with, comma/7/0.25 d/0/-1 -", found);
    }

    [Theory]
    [InlineData("table.xml")]
    [InlineData("table")]
    [InlineData("")]
    public void A_name_that_says_no_kind_is_refused_before_work(string name)
    {
        var error = Assert.Throws<UserErrorException>(() => TableFile.Prepare(name));

        Assert.Contains(".csv, .json, .parquet", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_fails_half_way_leaves_the_former_file()
    {
        var path = Write("table.csv");
        var former = File.ReadAllText(path);

        Assert.Throws<InvalidOperationException>(() => TableFile.Write(Home(), path, Columns, _ => throw new InvalidOperationException(), Token));

        Assert.Equal(former, File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    string Write(string name)
    {
        var path = Path.Combine(_folder.Path, name);
        TableFile.Prepare(path);
        TableFile.Write(Home(), path, Columns, rows =>
        {
            rows.Text(Encoding.UTF8.GetBytes("a \"b\", c"));
            rows.Names(Items, [0, 1, 2]);
            rows.Whole(7);
            rows.Number(0.25);
            rows.EndRow();
            rows.Text("d"u8);
            rows.Names(Items, []);
            rows.Whole(-1);
            rows.Number(double.PositiveInfinity);
            rows.EndRow();
            for (var cell = 0; cell < 4; cell++) rows.Missing();
            rows.EndRow();
        }, Token);
        return path;
    }

    HomeFolder Home() => HomeFolder.Open(_folder.Path);
}
