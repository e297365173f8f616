using Recommender.Core.Store;
using Recommender.Tests.Storage;
using Xunit;

namespace Recommender.Tests.Core.Store;

public sealed class DurableLinesTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    string File => _folder.File("lines.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Lines_come_back_in_the_order_they_were_added()
    {
        foreach (var line in (string[])["one", "zwei ü", "three"]) DurableLines.Append(File, line);

        Assert.Equal(["one", "zwei ü", "three"], DurableLines.Read(File));
    }

    [Fact]
    public void A_missing_file_has_no_lines() => Assert.Empty(DurableLines.Read(File));

    [Theory]
    [InlineData("one\ntw", "one", "new")]
    [InlineData("tw", "new")]
    public void A_torn_last_line_never_counts_and_the_next_one_takes_its_place(string torn, params string[] expected)
    {
        System.IO.File.WriteAllText(File, torn);

        Assert.Equal(expected[..^1], DurableLines.Read(File));
        DurableLines.Append(File, "new");

        Assert.Equal(expected, DurableLines.Read(File));
        Assert.Equal(string.Concat(expected.Select(line => line + "\n")), System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void A_line_break_inside_a_line_is_a_programming_error() =>
        Assert.Throws<ArgumentException>(() => DurableLines.Append(File, "a\nb"));
}
