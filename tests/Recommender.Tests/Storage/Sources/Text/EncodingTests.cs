using System.Text;
using Recommender.Core;
using Recommender.Storage.Sources.Text;
using Xunit;

namespace Recommender.Tests.Storage.Sources.Text;

public sealed class EncodingTests : IDisposable
{
    const string Table = "id;näme\n1;Crème brûlée – “5 €”\n2;Žižek\n";

    readonly TextFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("utf-8", true, "utf-8")]
    [InlineData("utf-8", false, "utf-8")]
    [InlineData("utf-16", true, "utf-16le")]
    [InlineData("utf-16", false, "utf-16le")]
    [InlineData("utf-16BE", true, "utf-16be")]
    [InlineData("utf-16BE", false, "utf-16be")]
    [InlineData("windows-1252", false, "windows-1252")]
    public void Encodings_are_found_out_with_and_without_a_mark(string encoding, bool hasMark, string name)
    {
        var path = _files.Write(Bytes(Table, encoding, hasMark));

        var dialect = CsvFile.Inspect(path, new(), TestContext.Current.CancellationToken);
        var table = ReadTable.Of(path, new());

        Assert.Equal(name, dialect.Encoding.Name);
        Assert.Equal(["id", "näme"], table.Columns);
        Assert.Equal([["1", "Crème brûlée – “5 €”"], ["2", "Žižek"]], table.Records);
        Assert.Empty(table.Faults);
    }

    [Theory]
    [InlineData("latin-1", "iso-8859-1", "Crème")]
    [InlineData("windows-1252", "windows-1252", "5 €")]
    [InlineData("windows-1250", "windows-1250", "Łódź")]
    [InlineData("iso-8859-15", "iso-8859-15", "5 €")]
    [InlineData("UTF-16", "utf-16BE", "Łódź")]
    [InlineData("utf-8", "utf-8", "Łódź")]
    public void A_named_encoding_is_obeyed(string named, string written, string word)
    {
        var table = _files.Read(Bytes($"id,name\n1,{word}\n", written, hasMark: false), new() { Encoding = named });

        Assert.Equal([["1", word]], table.Records);
    }

    [Fact]
    public void Umlauts_far_behind_the_head_still_decide_the_encoding()
    {
        var plain = new StringBuilder("id,name\n");
        for (var i = 0; i < 100_000; i++) plain.Append(i).Append(",tea and milk\n");

        var utf8 = _files.Read(Bytes(plain + "x,é\n", "utf-8", hasMark: false));
        var windows = _files.Read(Bytes(plain + "x,é\n", "windows-1252", hasMark: false));

        Assert.Equal("é", utf8.Records[^1][1]);
        Assert.Equal("é", windows.Records[^1][1]);
    }

    [Fact]
    public void Bad_bytes_in_a_utf8_file_spoil_their_own_record_only()
    {
        byte[] file = [.. "id,name\n1,é\n2,"u8, 0xE9, .. "\n3,ü\n4,ö\n5,ß\n6,€\n"u8];

        var table = _files.Read(file);

        Assert.Equal(["1", "3", "4", "5", "6"], table.Records.Select(record => record[0]));
        var (line, reason, raw) = Assert.Single(table.Faults);
        Assert.Equal((3, "byte E9 is not valid utf-8", "2,\uFFFD"), (line, reason, raw));
    }

    [Fact]
    public void Half_a_surrogate_pair_spoils_its_own_record_only()
    {
        var text = Bytes("id,name\n1,a\n2,b?\n3,c\n", "utf-16", hasMark: true);
        var mark = Array.IndexOf(text, (byte)'?');
        (text[mark], text[mark + 1]) = (0x00, 0xD8);

        var table = _files.Read(text);

        Assert.Equal([["1", "a"], ["3", "c"]], table.Records);
        Assert.Equal(3, Assert.Single(table.Faults).Line);
    }

    [Fact]
    public void A_stray_nul_spoils_its_own_record_only()
    {
        var rows = string.Concat(Enumerable.Range(1, 500).Select(i => $"{i},tea\n"));

        var table = _files.Read($"id,name\n{rows}501,te\0a\n");

        Assert.Equal(500, table.Records.Count);
        Assert.Equal((502, "the record holds a NUL byte"), (table.Faults.Single().Line, table.Faults.Single().Reason));
    }

    [Fact]
    public void An_unknown_encoding_is_refused_with_those_that_are_known()
    {
        var path = _files.Write("id\n1\n");

        var error = Assert.Throws<UserErrorException>(() => CsvFile.Inspect(path, new() { Encoding = "klingon" }, TestContext.Current.CancellationToken));

        Assert.Equal("encoding 'klingon' is not one that can be read; name utf-8, utf-16, windows-1252, latin-1 or a single-byte code page such as windows-1250", error.Message);
    }

    [Fact]
    public void A_mark_that_contradicts_the_named_encoding_is_refused()
    {
        var path = _files.Write(Bytes("id\n1\n", "utf-16", hasMark: true));

        var error = Assert.Throws<UserErrorException>(() => CsvFile.Inspect(path, new() { Encoding = "utf-8" }, TestContext.Current.CancellationToken));

        Assert.Contains("is marked as utf-16le, not utf-8", error.Message);
    }

    static byte[] Bytes(string text, string encodingName, bool hasMark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(encodingName) ?? Encoding.GetEncoding(encodingName);
        return [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
    }
}
