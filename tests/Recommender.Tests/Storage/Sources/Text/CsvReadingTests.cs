using Xunit;

namespace Recommender.Tests.Storage.Sources.Text;

public sealed class CsvReadingTests : IDisposable
{
    readonly TextFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Records_and_columns_of_a_plain_file_are_read()
    {
        var table = _files.Read("id,name\n1,tea\n2,milk\n");

        Assert.Equal(["id", "name"], table.Columns);
        Assert.Equal([["1", "tea"], ["2", "milk"]], table.Records);
        Assert.Equal([2, 3], table.Lines);
    }

    [Fact]
    public void Quotes_hold_delimiters_line_breaks_and_doubled_quotes()
    {
        var table = _files.Read("id,name\r\n1,\"tea, \"\"green\"\"\"\r\n2,\"two\r\nlines\"\r\n3,x\r\n");

        Assert.Equal([["1", "tea, \"green\""], ["2", "two\r\nlines"], ["3", "x"]], table.Records);
        Assert.Equal([2, 3, 5], table.Lines);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Every_line_break_ends_a_record_and_the_last_may_be_missing(string lineBreak)
    {
        var table = _files.Read(string.Join(lineBreak, "id,name", "1,tea", "", "2,milk"));

        Assert.Equal([["1", "tea"], ["2", "milk"]], table.Records);
        Assert.Equal([2, 4], table.Lines);
    }
}
