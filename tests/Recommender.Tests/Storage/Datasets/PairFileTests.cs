using System.IO.Compression;
using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Numerics;
using Recommender.Storage.Datasets;
using Xunit;

namespace Recommender.Tests.Storage.Datasets;

public sealed class PairFileTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1 10 4\n2 11 5\n1 11 3\n")]
    [InlineData("1\t10\t4\n2\t11\t5\n1\t11\t3\n")]
    [InlineData("1,10,4\r\n2,11,5\r\n1,11,3")]
    [InlineData("1::10::4\n2::11::5\n1::11::3\n\n")]
    [InlineData("userId,movieId,rating\n1,10,4\n2,11,5\n1,11,3\n")]
    [InlineData("1;10;4;978300760\n2;11;5;978300761\n1;11;3;978300762\n")]
    public void Pairs_with_ratings_are_read_whatever_parts_their_fields(string text)
    {
        var dataset = Read(text);

        Assert.Equal((2, 2), (dataset.Customers.Count, dataset.Items.Count));
        Assert.Equal([4f, 3f], dataset.Ratings!.RowValues(dataset.Customers.Find("1")).ToArray());
        Assert.Equal([5f], dataset.Ratings!.RowValues(dataset.Customers.Find("2")).ToArray());
        Assert.Equal(3, dataset.CustomerItems(Weighting.Plain).Count);
    }

    [Fact]
    public void A_list_of_items_a_line_is_read_and_a_user_without_items_is_kept()
    {
        var dataset = Read("0 5 6 7\n1 6\n2\n3 5 8 9 6 7\n");

        Assert.Equal((4, 5), (dataset.Customers.Count, dataset.Items.Count));
        Assert.Equal(5, dataset.Baskets.Of(3).Lines);
        Assert.True(dataset.Baskets.Of(2).IsEmpty);
        Assert.Null(dataset.Ratings);
    }

    [Fact]
    public void Lists_of_one_length_are_lists_when_the_layout_says_so() =>
        Assert.Equal(3, Read("0 5 6\n1 6 7\n", PairLayout.Lists).Items.Count);

    [Fact]
    public void Times_order_a_user_s_items()
    {
        var dataset = Read("1 b 5 2000000\n1 a 5 1000000\n");

        Assert.True(dataset.HasTimes);
        Assert.Equal(["a", "b"], dataset.Baskets.Of(0).Items.ToArray().Select(item => dataset.Items[item]));
    }

    [Fact]
    public void The_last_rating_of_a_repeated_pair_wins() => Assert.Equal([2f], Read("1 a 5\n1 a 2\n").Ratings!.RowValues(0).ToArray());

    [Fact]
    public void A_compressed_file_is_read_as_it_is()
    {
        var path = Compressed("1 2\n3 4\n");

        Assert.Equal(2, PairFile.Read(path, PairLayout.Auto, TestContext.Current.CancellationToken).Customers.Count);
    }

    [Theory]
    [InlineData("", "no lines")]
    [InlineData("user_id,item_id\n", "no lines")]
    [InlineData("1 2 good\n1 3 bad\n", "line 1 has the rating 'good'")]
    [InlineData("\n1,2,5\n\n1,3,bad\n", "line 4 has the rating 'bad'")]
    [InlineData("1,2,5\n1,3,NaN\n", "line 2 has the rating 'NaN'")]
    [InlineData("1,2,5\n1,3,-Infinity\n", "line 2 has the rating '-Infinity'")]
    [InlineData("1,2,5\n1,3,1e300\n", "line 2 has the rating '1e300'")]
    [InlineData("1,2,5\n1,3,1000001\n", "line 2 has the rating '1000001'")]
    [InlineData("1,2,5,7\n1,3,5,soon\n", "line 2 has the time 'soon'")]
    [InlineData("1 10 4\n2 11\n1 11 3\n", "line 2 has 2 fields")]
    [InlineData("1 10 4.5\n2 11 3.5\n3 11 3.0 9 8\n", "line 3 has 5 fields")]
    [InlineData("1,10,4\n2,11,5,6,7\n3,11\n", "line 2 has 5 fields")]
    [InlineData("1::10::4\n2::11\n", "line 2 has 2 fields")]
    [InlineData("1,2,3,4,5\n2,3,4,5,6\n", "line 1 has 5 fields")]
    [InlineData("user_id,item_id,rating\n1,2,3\n1,3\n", "line 3 has 2 fields")]
    [InlineData("user_id,rating\n1,3\n", "line 1 is a heading that names no column of items")]
    [InlineData("user_id,item_id\n1,\n", "line 2 has an empty item")]
    [InlineData("1,\"2\n", "line 1 opens a quote")]
    public void What_cannot_be_read_is_said_with_its_line(string text, string named) =>
        Assert.Contains(named, Assert.Throws<UserErrorException>(() => Read(text)).Message);

    [Theory]
    [InlineData("user_id,item_id,rating,timestamp\n7,a,4,6000\n7,b,2,600\n")]
    [InlineData("timestamp,title,rating,book_id,userId\n6000,\"One, and \"\"two\"\"\",4,a,7\n600,,2,b,7\n")]
    [InlineData("\uFEFF\"rating\";\"unixReviewTime\";\"asin\";\"reviewerID\"\r\n\"4\";\"6000\";\"a\";\"7\"\r\n\"2\";\"600\";\"b\";\"7\"\r\n")]
    [InlineData("user_id:token\titem_id:token\trating:float\ttimestamp:float\n7\ta\t4\t6000\n7\tb\t2\t600\n")]
    [InlineData("index user item rating time place more\n0 7 a 4 6000 x y\n1 7 b 2 600 x y\n")]
    public void Columns_are_found_by_the_names_of_the_heading(string text)
    {
        var dataset = Read(text);

        Assert.Equal(["7"], Names(dataset.Customers));
        Assert.Equal(["a", "b"], Names(dataset.Items));
        Assert.Equal([4f, 2f], dataset.Ratings!.RowValues(0).ToArray());
        Assert.Equal([10, 100], dataset.Baskets.Times.ToArray());
    }

    [Fact]
    public void Pairs_without_a_rating_have_none()
    {
        var dataset = Read("timestamp,item,user\n600,a,7\n");

        Assert.Null(dataset.Ratings);
        Assert.Equal((true, 11), (dataset.HasTimes, dataset.Now));
    }

    [Theory]
    [InlineData("0 5 6\n1 6 7\n2 5 7 8\n")]
    [InlineData("0\t5\t6\t\n1\t6\t7\t\n2\t5\t7\t8\t\n")]
    [InlineData("9\n0 5 6 7\n1 8\n")]
    public void Lines_of_different_lengths_that_each_have_a_user_of_their_own_are_lists(string text)
    {
        var dataset = Read(text);

        Assert.Null(dataset.Ratings);
        Assert.Equal((3, 4), (dataset.Customers.Count, dataset.Items.Count));
    }

    [Fact]
    public void Lists_may_be_parted_by_commas_when_the_layout_says_so() => Assert.Equal(["5", "6", "7"], Names(Read("0,5,6,7\n1,6\n", PairLayout.Lists).Items));

    [Fact]
    public void Quotes_around_a_field_are_no_part_of_it()
    {
        var dataset = Read("\"a\",\"x, \"\"y\"\"\",\"3\"\n\"b\", \"z\" ,2\n");

        Assert.Equal(["a", "b"], Names(dataset.Customers));
        Assert.Equal(["x, \"y\"", "z"], Names(dataset.Items));
    }

    [Fact]
    public void Ratings_may_be_negative() => Assert.Equal([-3.5f], Read("1,a,-3.5\n").Ratings!.RowValues(0).ToArray());

    [Fact]
    public void Of_a_repeated_pair_the_later_time_wins_wherever_it_stands() =>
        Assert.Equal([1f, 2f], Read("1 a 1 9000\n1 b 4 600\n1 a 5 600\n1 b 2 600\n").Ratings!.RowValues(0).ToArray());

    [Fact]
    public void What_a_user_has_at_one_time_is_one_basket()
    {
        var dataset = Read("1 b 5 600\n2 b 5 600\n1 c 5 60\n1 a 5 600\n");

        Assert.Equal([1, 10, 10], dataset.Baskets.Times.ToArray());
        Assert.Equal(["c", "a", "b"], dataset.Baskets.Of(0).Items.ToArray().Select(item => dataset.Items[item]));
    }

    [Fact]
    public void Times_in_milliseconds_are_understood() => Assert.Equal([26_666_666], Read("1,a,5,1600000000000\n").Baskets.Times.ToArray());

    [Fact]
    public void Ids_are_sorted_by_their_bytes() => Assert.Equal(["B", "a", "\uFF5E", "\U0001F600"], Names(Read("1,\U0001F600\n1,a\n1,\uFF5E\n1,B\n").Items));

    [Fact]
    public void Lines_longer_than_any_buffer_are_read_whole()
    {
        var dataset = Read(string.Join(' ', Enumerable.Range(0, 50_000)) + "\n1 2\n");

        Assert.Equal((2, 49_999), (dataset.Customers.Count, dataset.Items.Count));
        Assert.Equal(49_999, dataset.Baskets.Of(0).Lines);
    }

    [Fact]
    public void Many_lines_give_what_each_of_them_says()
    {
        var random = new RandomStream(5, 0);
        var lines = Enumerable.Range(0, 100_000).Select(_ => (User: random.Below(500), Item: random.Below(300), Rating: random.Below(9), Time: 60 * random.Below(1000))).ToArray();

        var dataset = Read(string.Concat(lines.Select(line => $"{line.User},{line.Item},{line.Rating},{line.Time}\n")));

        var last = lines.GroupBy(line => (line.User, line.Item)).ToDictionary(pair => pair.Key, pair => pair.OrderBy(line => line.Time).Last().Rating);
        Assert.Equal(last.Count, dataset.Ratings!.Count);
        Assert.All(last, pair => Assert.Equal(pair.Value, dataset.Ratings.At(dataset.Customers.Find($"{pair.Key.User}"), dataset.Items.Find($"{pair.Key.Item}"))));
        Assert.Equal(lines.Select(line => (line.User, line.Time)).Distinct().Count(), dataset.Baskets.Count);
        Assert.Equal(lines.Select(line => (line.User, line.Item, line.Time)).Distinct().Count(), dataset.Baskets.Items.Length);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(2000)]
    public void A_compressed_file_that_is_cut_off_is_an_error(int missing)
    {
        var path = Compressed(string.Concat(Enumerable.Range(0, 20_000).Select(line => $"{line},{line * 7919 % 10_007}\n")));
        using (var file = File.OpenWrite(path)) file.SetLength(file.Length - missing);

        var error = Assert.Throws<UserErrorException>(() => PairFile.Read(path, PairLayout.Auto, TestContext.Current.CancellationToken));

        Assert.Contains("copy or export it again", error.Message);
    }

    [Fact]
    public void Reading_ends_when_it_is_cancelled()
    {
        var path = Path.Combine(_folder.Path, "pairs.txt");
        File.WriteAllText(path, "1 2\n");

        Assert.Throws<OperationCanceledException>(() => PairFile.Read(path, PairLayout.Auto, new(canceled: true)));
    }

    static string[] Names(Vocabulary names) => [.. Enumerable.Range(0, names.Count).Select(entry => names[entry])];

    string Compressed(string text)
    {
        var path = Path.Combine(_folder.Path, "pairs.gz");
        using var writer = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest));
        writer.Write(text);
        return path;
    }

    Dataset Read(string text, PairLayout layout = PairLayout.Auto)
    {
        var path = Path.Combine(_folder.Path, "pairs.txt");
        File.WriteAllText(path, text);
        return PairFile.Read(path, layout, TestContext.Current.CancellationToken);
    }
}
