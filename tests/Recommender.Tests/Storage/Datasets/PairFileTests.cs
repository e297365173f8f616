using System.IO.Compression;
using Recommender.Core;
using Recommender.Core.Datasets;
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
        var path = Path.Combine(_folder.Path, "pairs.gz");
        using (var writer = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest))) writer.Write("1 2\n3 4\n");

        Assert.Equal(2, PairFile.Read(path, PairLayout.Auto, TestContext.Current.CancellationToken).Customers.Count);
    }

    [Theory]
    [InlineData("", "no lines")]
    [InlineData("1 2 good\n1 3 bad\n", "'good'")]
    public void What_cannot_be_read_is_said_with_the_cure(string text, string named) =>
        Assert.Contains(named, Assert.Throws<UserErrorException>(() => Read(text)).Message);

    Dataset Read(string text, PairLayout layout = PairLayout.Auto)
    {
        var path = Path.Combine(_folder.Path, "pairs.txt");
        File.WriteAllText(path, text);
        return PairFile.Read(path, layout, TestContext.Current.CancellationToken);
    }
}
