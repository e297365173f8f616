using System.IO.Compression;
using System.Text;
using Recommender.Core.Baskets;
using Recommender.Storage.Baskets;
using Xunit;

namespace Recommender.Tests.Storage.Baskets;

public sealed class BasketFileTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_groceries_have_their_9835_baskets_of_169_items()
    {
        var baskets = BasketFile.Read(SharedData.Path("groceries/baskets.csv"), new(), TestContext.Current.CancellationToken);

        Assert.Equal((9_835, 169), (baskets.Count, baskets.ItemCount));
        Assert.True(baskets.Items.Find("red/blush wine") >= 0);
        Assert.Equal(2_513, baskets.ItemBaskets.RowCount(baskets.Items.Find("whole milk")));
    }

    [Theory]
    [InlineData("whole milk,rolls\nbeer\nrolls, beer\n")]
    [InlineData("beer\nwhole milk\trolls\nrolls\tbeer\n")]
    [InlineData("whole milk;rolls\r\nbeer\r\nrolls;beer")]
    [InlineData("\"whole milk\",\"rolls\"\n\nbeer\n,,\n \t \nrolls,beer,rolls\n\n")]
    [InlineData("\uFEFF\"whole milk\",\"rolls\"\nbeer\nrolls,beer\n")]
    public void Baskets_are_read_whatever_parts_their_items(string text) =>
        Assert.Equal(["beer", "beer rolls", "rolls whole milk"], Texts(Read(text)).Order(StringComparer.Ordinal));

    [Fact]
    public void Blanks_part_items_where_no_line_has_another_separator() =>
        Assert.Equal(["1 10 9", "2", "1 2"], Texts(Read("9 10 1 \n2\n  1   2 2\n")));

    [Fact]
    public void A_separator_that_is_given_is_believed() =>
        Assert.Equal(["milk,fresh", "beer"], Texts(Read("milk,fresh\nbeer\n", new() { Separator = ' ' })));

    [Fact]
    public void A_separator_inside_quotes_belongs_to_the_item() =>
        Assert.Equal(["beer red, small \"best\""], Texts(Read("\"red, small \"\"best\"\"\",beer\n")));

    [Fact]
    public void An_order_is_a_basket_however_its_lines_are_scattered()
    {
        var baskets = Read("sku,Invoice,price\nsoap,2,1\nbrush,1,4\nsoap,1,1\nsoap,2,1\ntowel,2,9\n", new() { OrderColumn = "invoice", ItemColumn = "sku" });

        Assert.Equal(["soap towel", "brush soap"], Texts(baskets));
    }

    [Fact]
    public void The_vocabulary_does_not_depend_on_the_order_of_lines()
    {
        var (one, other) = (Read("b,a\nc,é\n"), Read("é,c\na,b\n"));

        Assert.Equal(one.Items.Letters.ToArray(), other.Items.Letters.ToArray());
        Assert.Equal(Texts(one), Texts(other).Reverse());
    }

    [Fact]
    public void Gzip_and_wide_letters_are_read_like_plain_text()
    {
        var (packed, wide) = (_folder.File("baskets.csv.gz"), _folder.File("wide.csv"));
        using (var file = new GZipStream(File.Create(packed), CompressionLevel.Fastest)) file.Write("a,b\nb,c\n"u8);
        File.WriteAllText(wide, "a,b\nb,c\n", Encoding.Unicode);

        Assert.Equal(["a b", "b c"], Texts(ReadFile(packed)));
        Assert.Equal(["a b", "b c"], Texts(ReadFile(wide)));
        Assert.Equal(["b c"], Texts(ReadFile(wide, new() { OrderColumn = "a", ItemColumn = "b" })).Select(text => $"b {text}"));
    }

    [Fact]
    public void A_line_of_a_million_items_is_one_basket()
    {
        var baskets = Read(string.Join(',', Enumerable.Range(0, 1_000_000)) + "\n1,2\n");

        Assert.Equal((2, 1_000_000, 1_000_002), (baskets.Count, baskets.ItemCount, baskets.Lines.Count));
    }

    [Fact]
    public void Many_small_baskets_come_out_as_they_went_in()
    {
        var random = new Random(3);
        var wanted = Enumerable.Range(0, 20_000).Select(_ => Enumerable.Range(0, random.Next(1, 6)).Select(_ => $"item {random.Next(500)}").ToArray()).ToArray();

        var read = Read(string.Concat(wanted.Select(basket => string.Join(';', basket) + "\n")));

        Assert.Equal(wanted.Select(basket => string.Join(' ', basket.Distinct().Order(StringComparer.Ordinal))), Texts(read));
    }

    BasketSet Read(string text, BasketFileOptions? options = null)
    {
        var path = _folder.File("baskets.txt");
        File.WriteAllText(path, text);
        return ReadFile(path, options);
    }

    static BasketSet ReadFile(string path, BasketFileOptions? options = null) => BasketFile.Read(path, options ?? new(), TestContext.Current.CancellationToken);

    static IEnumerable<string> Texts(BasketSet baskets) =>
        Enumerable.Range(0, baskets.Count).Select(basket => string.Join(' ', baskets.Lines.RowIndices(basket).ToArray().Select(item => baskets.Items[item])));
}
