using System.IO.Compression;
using Recommender.Storage.Cleaning;
using Xunit;

namespace Recommender.Tests.Storage.Imports;

public sealed class RatingsTests : IDisposable
{
    readonly TemporaryImport _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Of_two_ratings_of_a_thing_the_last_counts()
    {
        var result = _shop.Import("default", "user_id;book_id;rating", "1;10;3", "1;11;4,5", "2;10;1", "1;10;5");

        Assert.Equal(["1|10|5", "1|11|4.5", "2|10|1"], _shop.Rows("purchases", "customer_id, item_id, rating"));
        Assert.Equal(1, result.Profile.Counts["duplicates"]);
    }

    [Fact]
    public void The_latest_of_dated_ratings_counts_wherever_it_stands()
    {
        _shop.Import("default", "user,movie_id,score,date", "1,10,3,2026-01-09", "1,10,5,2026-01-05");

        Assert.Equal(["1|10|3"], _shop.Rows("purchases", "customer_id, item_id, rating"));
    }

    [Fact]
    public void A_rating_that_is_none_or_nobodys_is_rejected()
    {
        _shop.Import(TemporaryImport.Request(_shop.Write("ratings.csv", "order,user,movie_id,score", "1,1,10,3", "2,2,10,inf", "3,3,10,good", "4,,10,4")) with { Cleaning = new() { MaxRejected = 1 } });

        Assert.Equal(["3|rating|inf", "4|rating|good", "5|customer_id|"], _shop.Rows("rejects", "line, \"column\", value"));
    }

    [Fact]
    public void An_appended_rating_replaces_the_former_one()
    {
        _shop.Import("default", "user_id,book_id,rating", "1,10,3", "1,11,4");

        _shop.Import(TemporaryImport.Request(_shop.Write("more.csv", "user_id,book_id,rating", "1,10,5")) with { Append = true, Cleaning = new() });

        Assert.Equal(["1|10|5", "1|11|4"], _shop.Rows("purchases", "customer_id, item_id, rating"));
    }

    [Fact]
    public void A_million_real_ratings_keep_the_last_of_each_pair()
    {
        var path = SharedData.Path("goodbooks/ratings.csv.gz");
        var (last, rows) = Last(path);

        var result = _shop.Import(TemporaryImport.Request(path) with { Cleaning = CleaningOptions.Parse("default") });

        Assert.Equal(979_478, result.Profile.Counts["kept"]);
        Assert.Equal(last.Count, result.Profile.Counts["kept"]);
        Assert.Equal(rows - last.Count, result.Profile.Counts["duplicates"]);
        Assert.Equal([$"{last.Values.Sum()}"], TemporaryImport.Query("SELECT CAST(sum(rating) AS BIGINT) FROM read_parquet($path)", ("path", _shop.Current.Purchases)));
    }

    static (Dictionary<string, int> Last, int Rows) Last(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        reader.ReadLine();
        var (last, rows) = (new Dictionary<string, int>(), 0);
        for (; reader.ReadLine() is { } line; rows++)
        {
            var end = line.LastIndexOf(',');
            last[line[..end]] = int.Parse(line[(end + 1)..]);
        }
        return (last, rows);
    }
}
