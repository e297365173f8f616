using Recommender.Core;
using Recommender.Storage.Sources.Text;
using Xunit;

namespace Recommender.Tests.Storage.Sources.Text;

public sealed class DelimiterTests : IDisposable
{
    readonly TextFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("id,price,name\n1,2.50,tea\n2,3.50,milk\n", ',')]
    [InlineData("id;price;name\n1;2,50;tea\n2;3,50;milk\n", ';')]
    [InlineData("id\tprice\tname\n1\t2,50\ttea; green\n2\t3,50\tmilk\n", '\t')]
    [InlineData("id|price|name\n1|2,50|a,b\n2|3,50|c;d\n", '|')]
    [InlineData("id;name\n1;\"a,b,c\"\n2;\"d\n,e,\"\n", ';')]
    [InlineData("id,name;size\n1,tea;2\n2,egg\n", ',')]
    [InlineData("name\ntea\nmilk\n", ',')]
    public void Delimiters_are_found_out(string text, char delimiter) => Assert.Equal(delimiter, Inspect(text).Delimiter);

    [Fact]
    public void A_named_delimiter_is_obeyed() =>
        Assert.Equal([["1,5", "tea"]], _files.Read("id^name\n1,5^tea\n", new() { Delimiter = '^' }).Records);

    [Theory]
    [InlineData("sep=;\r\nid;name\r\n1;a,b,c\r\n")]
    [InlineData("\"sep=;\"\nid;name\n1;a,b,c\n")]
    [InlineData("\uFEFFSEP=;\nid;name\n1;a,b,c\n")]
    public void The_separator_line_of_excel_is_honoured_and_counted(string text)
    {
        var table = _files.Read(text);

        Assert.Equal(["id", "name"], table.Columns);
        Assert.Equal([["1", "a,b,c"]], table.Records);
        Assert.Equal([3], table.Lines);
    }

    [Fact]
    public void Names_given_beforehand_make_the_first_line_a_record()
    {
        var table = _files.Read("1;2009-12-01\n2;2009-12-02\n", new() { Header = ["id", "day"] });

        Assert.Equal(["id", "day"], table.Columns);
        Assert.Equal([["1", "2009-12-01"], ["2", "2009-12-02"]], table.Records);
        Assert.Equal([1, 2], table.Lines);
    }

    [Fact]
    public void The_dialect_says_in_words_what_was_found_out() =>
        Assert.Equal("utf-8 with byte order mark, fields separated by semicolon, quoted by \", 2 columns: id, name", Inspect("\uFEFFid;name\n1;tea\n").ToString());

    [Theory]
    [InlineData('é')]
    [InlineData('\n')]
    [InlineData('"')]
    public void A_delimiter_that_cannot_be_one_is_refused(char delimiter)
    {
        var path = _files.Write("id,name\n");

        var error = Assert.Throws<UserErrorException>(() => CsvFile.Inspect(path, new() { Delimiter = delimiter }, TestContext.Current.CancellationToken));

        Assert.StartsWith("delimiter", error.Message);
    }

    CsvDialect Inspect(string text) => CsvFile.Inspect(_files.Write(text), new(), TestContext.Current.CancellationToken);
}
