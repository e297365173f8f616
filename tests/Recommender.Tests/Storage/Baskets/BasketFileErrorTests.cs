using Recommender.Core;
using Recommender.Storage.Baskets;
using Xunit;

namespace Recommender.Tests.Storage.Baskets;

public sealed class BasketFileErrorTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_file_and_a_folder_are_errors()
    {
        Assert.Contains("does not exist: check the name", Refusal(_folder.File("nothing.csv")));
        Assert.Contains("is a folder, not a file", Refusal(_folder.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n \r\n")]
    [InlineData(",,,\n,\n")]
    [InlineData("\uFEFF")]
    public void A_file_without_a_basket_is_an_error(string text) =>
        Assert.Contains("has no baskets. It needs a basket a line", RefusalOf(text));

    [Fact]
    public void A_heading_without_lines_has_no_baskets() =>
        Assert.Contains("has no baskets", RefusalOf("invoice,sku\n", Columns("invoice", "sku")));

    [Fact]
    public void A_column_that_is_misspelt_is_named_with_its_neighbours()
    {
        var message = RefusalOf("invoice,sku\n1,a\n", Columns("invoise", "sku"));

        Assert.Contains("has no column 'invoise' of orders. Its columns are invoice, sku. Did you mean 'invoice'? Give --order-column one of these names.", message);
        Assert.Contains("no column 'article' of items", RefusalOf("invoice,sku\n1,a\n", Columns("invoice", "article")));
    }

    [Fact]
    public void The_heading_of_a_table_is_no_basket() =>
        Assert.Contains("line 1 looks like the heading of a table with orders in 'Invoice No' and items in 'SKU'. Give --order-column \"Invoice No\" --item-column \"SKU\";", RefusalOf("Invoice No;price;SKU\n1;2;a\n"));

    [Fact]
    public void A_line_of_a_table_that_lacks_something_is_named()
    {
        Assert.Contains("line 3 has nothing in the column 'sku'", RefusalOf("invoice,sku\n1,a\n2,\n", Columns("invoice", "sku")));
        Assert.Contains("line 3 has 1 fields where the heading has 2", RefusalOf("invoice,sku\n1,a\n2\n", Columns("invoice", "sku")));
    }

    [Fact]
    public void Options_that_cannot_be_are_refused()
    {
        Assert.Contains("Only the column of orders is named", RefusalOf("a,b\n", Columns("a", null)));
        Assert.Contains("Only the column of items is named", RefusalOf("a,b\n", Columns(null, "b")));
        Assert.Contains("'a' is named for orders and for items", RefusalOf("a,b\n", Columns("a", "a")));
        Assert.Contains("The separator '#' is none of", RefusalOf("a#b\n", new() { Separator = '#' }));
        Assert.Contains("Did you mean 'comma'?", Assert.Throws<UserErrorException>(() => BasketSeparator.Parse("coma")).Message);
    }

    [Fact]
    public void Bytes_that_are_no_letters_are_named_with_their_line() =>
        Assert.Contains("line 2 cannot be read: byte E9 is not valid utf-8", RefusalOf([.. "a,b\ncaf"u8, 0xE9, .. ",b\n"u8]));

    [Fact]
    public void A_null_byte_in_a_text_is_named_with_its_line() =>
        Assert.Contains("line 2 cannot be read: the record holds a NUL byte", RefusalOf([.. new string('a', 3000).Select(letter => (byte)letter), .. "\na\0,b\n"u8]));

    [Fact]
    public void A_binary_file_and_a_packed_one_are_no_baskets()
    {
        Assert.Contains("is no text file, and baskets are read from text", RefusalOf(new byte[5000]));
        Assert.Contains("looks like a zip archive", RefusalOf("PK\u0003\u0004 and more"u8.ToArray()));
    }

    [Fact]
    public void A_quote_left_open_is_named_with_its_line() =>
        Assert.Contains("line 2 cannot be read: field 2 opens a quote that is never closed", RefusalOf("a,b\nc,\"d\ne,f\n"));

    [Fact]
    public void A_file_of_one_giant_line_is_an_error()
    {
        var path = _folder.File("giant.csv");
        using (var file = File.Create(path))
        {
            for (var block = 0; block < 65; block++) file.Write(new string('x', 1 << 20).Select(letter => (byte)letter).ToArray());
        }

        Assert.Contains("it has no line break", Refusal(path));
    }

    [Fact]
    public void Reading_ends_when_it_is_cancelled()
    {
        var path = _folder.File("baskets.csv");
        File.WriteAllText(path, string.Concat(Enumerable.Repeat("a,b\n", 10_000)));

        Assert.ThrowsAny<OperationCanceledException>(() => BasketFile.Read(path, new(), new CancellationToken(canceled: true)));
    }

    static BasketFileOptions Columns(string? order, string? item) => new() { OrderColumn = order, ItemColumn = item };

    string RefusalOf(string text, BasketFileOptions? options = null) => RefusalOf(System.Text.Encoding.UTF8.GetBytes(text), options);

    string RefusalOf(byte[] content, BasketFileOptions? options = null)
    {
        var path = _folder.File("baskets.txt");
        File.WriteAllBytes(path, content);
        return Refusal(path, options);
    }

    static string Refusal(string path, BasketFileOptions? options = null) =>
        Assert.Throws<UserErrorException>(() => BasketFile.Read(path, options ?? new(), TestContext.Current.CancellationToken)).Message;
}
