using System.Text;
using Xunit;

namespace Recommender.Tests.Storage.Sources.Text;

public sealed class RandomRecordsTests : IDisposable
{
    static readonly string[] Pieces =
        ["tea", "1,50", "a;b", "|", "\t", "\"", "\"\"", "\n", "\r\n", "\r", " ", "é", "€", "ß", "x", "milk and honey, from the north of the country", "'"];

    readonly TextFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("utf-8", ',', "\n", 11)]
    [InlineData("utf-8", ';', "\r\n", 12)]
    [InlineData("utf-16", '\t', "\r", 13)]
    [InlineData("utf-16BE", '|', "\r\n", 14)]
    [InlineData("windows-1252", ';', "\r\n", 15)]
    public void Random_records_come_back_the_same_over_every_boundary(string encodingName, char delimiter, string lineBreak, int seed)
    {
        var random = new Random(seed);
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(encodingName) ?? Encoding.GetEncoding(encodingName);
        for (var round = 0; round < 60; round++)
        {
            var records = Records(random);
            var (text, lines) = Written(records, delimiter, lineBreak, random);
            var path = _files.Write([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

            foreach (var bufferBytes in (int[])[1, 2, 3, 5, 7, 16, 33, 100, 1 << 16])
            {
                var table = ReadTable.Of(path, new() { Delimiter = delimiter, BufferBytes = bufferBytes });

                Assert.Equal(records, table.Records);
                Assert.Equal(lines, table.Lines);
                Assert.Empty(table.Faults);
            }
        }
    }

    [Fact]
    public void Random_bytes_never_end_in_anything_but_records_faults_or_a_refusal()
    {
        var random = new Random(21);
        byte[] alphabet = [.. "ab,;\"\"\"\r\n\n \t"u8, 0xC3, 0xA9, 0xE9, 0xFF];
        for (var round = 0; round < 500; round++)
        {
            byte[] file = [.. "id,name\n"u8, .. random.GetItems(alphabet, random.Next(1, 300))];
            var path = _files.Write(file);

            var whole = ReadTable.Of(path, new() { Delimiter = ',' });
            var small = ReadTable.Of(path, new() { Delimiter = ',', BufferBytes = random.Next(1, 40) });

            Assert.Equal(whole.Records, small.Records);
            Assert.Equal(whole.Lines, small.Lines);
            Assert.Equal(whole.Faults, small.Faults);
        }
    }

    static List<string[]> Records(Random random)
    {
        var width = random.Next(2, 6);
        var records = new List<string[]>();
        for (var i = random.Next(1, 12); i > 0; i--)
            records.Add([.. Enumerable.Range(0, width).Select(_ => string.Concat(random.GetItems(Pieces, random.Next(0, 4))))]);
        return records;
    }

    static (string Text, List<long> Lines) Written(List<string[]> records, char delimiter, string lineBreak, Random random)
    {
        var text = new StringBuilder(string.Join(delimiter, records[0].Select((_, index) => $"name{index}"))).Append(lineBreak);
        var lines = new List<long>();
        foreach (var record in records)
        {
            lines.Add(LineBreaks(text.ToString()) + 1);
            text.AppendJoin(delimiter, record.Select(field => Quoted(field, delimiter, random))).Append(lineBreak);
        }
        if (random.Next(2) == 0) text.Length -= lineBreak.Length;
        return (text.ToString(), lines);
    }

    static string Quoted(string field, char delimiter, Random random)
    {
        var mustQuote = field.AsSpan().IndexOfAny([delimiter, '"', '\r', '\n']) >= 0;
        return mustQuote || random.Next(4) == 0 ? $"\"{field.Replace("\"", "\"\"")}\"" : field;
    }

    static int LineBreaks(string text) => text.Replace("\r\n", "\n").Count(character => character is '\n' or '\r');
}
