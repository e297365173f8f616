using DuckDB.NET.Data;
using Recommender.Core.Datasets;
using Recommender.Storage.Homes;
using Recommender.Storage.Scores;
using Xunit;

namespace Recommender.Tests.Storage.Scores;

public sealed class ScoreTableTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    public void Names_of_any_number_come_back_with_their_scores(int names)
    {
        var vocabulary = Vocabulary.Of(Enumerable.Range(0, names).Select(name => $"n{name:D6}"));
        var lists = new ScoreLists(vocabulary, vocabulary, names, length: 1);
        for (var place = 0; place < names; place++)
        {
            lists.Add(place);
            var (items, scores) = lists.Room(place);
            (items.Span[0], scores.Span[0]) = (names - 1 - place, place);
            lists.Took(place, 1);
        }

        var part = Write(lists);

        Assert.Equal((names, names), (part.Customers, part.Rows));
        Assert.Equal(Enumerable.Range(0, names).Select(place => ($"n{place:D6}", 1, $"n{names - 1 - place:D6}", (float)place)), Rows(part));
    }

    [Fact]
    public void A_part_in_which_nobody_has_a_list_is_a_table_without_rows()
    {
        var lists = new ScoreLists(Vocabulary.Of(["bob"]), Vocabulary.Of(["tea"]), capacity: 1, length: 1);
        lists.Add(0);

        var part = Write(lists);

        Assert.Equal((1, 0), (part.Customers, part.Rows));
        Assert.Empty(Rows(part));
    }

    ScorePart Write(ScoreLists lists)
    {
        using var folder = ScoreFolder.Open(_folder.File("scores"), TimeSpan.Zero, _ => { }, Token);
        folder.Begin(new()
        {
            Model = "m", ModelChecksum = "c", Dataset = "d", Snapshot = "s", N = 1, Repeats = "allowed",
            PartSize = lists.Count, PartCount = 1, Created = DateTime.UnixEpoch, Engine = "1.0.0",
        });
        using var table = new ScoreTable(HomeFolder.Open(_folder.Path));
        table.Write(folder, 0, lists, Token);
        return Assert.Single(folder.Manifest!.Parts);
    }

    IEnumerable<(string Customer, int Rank, string Item, float Score)> Rows(ScorePart part)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT customer_id, rank, item_id, score FROM read_parquet($file)";
        command.Parameters.Add(new DuckDBParameter("file", _folder.File($"scores/{part.Name}")));
        using var reader = command.ExecuteReader();
        Assert.Equal(["VARCHAR", "INTEGER", "VARCHAR", "FLOAT"], Enumerable.Range(0, reader.FieldCount).Select(reader.GetDataTypeName));
        while (reader.Read()) yield return (reader.GetString(0), reader.GetInt32(1), reader.GetString(2), reader.GetFloat(3));
    }
}
