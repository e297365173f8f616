using Recommender.Core;
using Recommender.Storage.Sources.Text;
using Xunit;

namespace Recommender.Tests.Storage.Sources.Text;

public sealed class QuotingTests : IDisposable
{
    readonly TextFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"\"\"\"", "\"")]
    [InlineData("\"a\"\"\"", "a\"")]
    [InlineData("\"a\" ", "a")]
    [InlineData("27\" screen", "27\" screen")]
    [InlineData(" \"a\"", " \"a\"")]
    [InlineData("a\"\"b", "a\"\"b")]
    [InlineData("", "")]
    public void Fields_are_unquoted_only_when_they_start_with_a_quote(string written, string read)
    {
        Assert.Equal([["1", read, "x"]], _files.Read($"id,name,end\n1,{written},x\n").Records);
        Assert.Equal([["1", read]], _files.Read($"id,name\n1,{written}").Records);
    }

    [Fact]
    public void Another_quote_character_can_be_named()
    {
        var table = _files.Read("id,name\n1,'it''s, \"tea\"'\n", new() { Quote = '\'' });

        Assert.Equal([["1", "it's, \"tea\""]], table.Records);
    }

    [Fact]
    public void Text_behind_a_closing_quote_is_a_fault_of_that_record()
    {
        var table = _files.Read("id,name\n1,\"27\" screen\"\n2,tea\n");

        Assert.Equal([["2", "tea"]], table.Records);
        Assert.Equal((2, "field 2 goes on behind its closing quote", "1,\"27\" screen\""), Assert.Single(table.Faults));
    }

    [Fact]
    public void A_stray_quote_takes_no_other_lines_with_it()
    {
        var table = _files.Read("id,name\n1,\"tea\n2,milk\n3,\"egg\"\n4,salt\n");

        Assert.Equal([["2", "milk"], ["3", "egg"], ["4", "salt"]], table.Records);
        Assert.Equal([3, 4, 5], table.Lines);
        Assert.Equal((2, "1,\"tea"), (table.Faults.Single().Line, table.Faults.Single().Raw));
    }

    [Fact]
    public void A_quote_that_is_never_closed_takes_no_other_lines_with_it()
    {
        var table = _files.Read("id,name\n1,\"tea\n2,milk\n3,egg");

        Assert.Equal([["2", "milk"], ["3", "egg"]], table.Records);
        Assert.Equal((2, "field 2 opens a quote that is never closed", "1,\"tea"), Assert.Single(table.Faults));
    }

    [Fact]
    public void Rows_of_another_length_are_handed_to_the_caller_as_they_are()
    {
        var table = _files.Read("id,name\n1\n2,tea,green\n3,\n,\n");

        Assert.Equal([["1"], ["2", "tea", "green"], ["3", ""], ["", ""]], table.Records);
    }

    [Fact]
    public void Blank_lines_are_skipped_and_counted()
    {
        var table = _files.Read("\n  \nid,name\n\n1,tea\n   \n\n2,milk\n\n");

        Assert.Equal(["id", "name"], table.Columns);
        Assert.Equal([5, 8], table.Lines);
    }

    [Fact]
    public void The_raw_text_of_a_long_record_is_its_beginning()
    {
        var path = _files.Write($"id,name\n1,{new string('é', 500)}\n");

        using var reader = CsvFile.Open(path, CsvFile.Inspect(path, new(), TestContext.Current.CancellationToken), new());
        Assert.True(reader.Read());

        Assert.Equal($"1,{new string('é', 197)}…", reader.RawText);
        Assert.Equal(reader.TotalBytes, reader.BytesRead);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(1 << 16)]
    public void An_open_quote_that_swallows_too_much_stops_the_file(int bufferBytes)
    {
        var rows = string.Concat(Enumerable.Repeat("7,tea\n", 1000));
        var path = _files.Write($"id,name\n1,tea\n2,tea\n3,tea\n4,\"tea\n{rows}");

        var error = Assert.Throws<UserErrorException>(() => ReadTable.Of(path, new() { MaxRecordBytes = 4096, BufferBytes = bufferBytes }));

        Assert.Equal($"{path}: line 5 starts a record longer than 4 KiB: a quote is probably left open there; close it, or name another quote character than \"", error.Message);
    }

    [Theory]
    [InlineData("a", 8)]
    [InlineData("\"a\"\"b\"", 200)]
    public void Records_up_to_the_limit_are_read_and_longer_ones_refused(string start, int limit)
    {
        var fits = start + "," + new string('x', limit - start.Length - 2);

        Assert.Single(_files.Read($"a,b\n{fits}\n", new() { MaxRecordBytes = limit, BufferBytes = 16 }).Records);
        Assert.Throws<UserErrorException>(() => _files.Read($"a,b\n{fits}x\n", new() { MaxRecordBytes = limit, BufferBytes = 16 }));
    }
}
