using System.Text;
using Recommender.Core;
using Recommender.Storage.Sources.Text;
using Xunit;

namespace Recommender.Tests.Storage.Sources.Text;

public sealed class RefusalTests : IDisposable
{
    readonly TextFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("\n\n  \n")]
    [InlineData("\uFEFF")]
    public void An_empty_file_is_refused(string text) =>
        Assert.EndsWith("shop.csv' is empty: a table starts with a line of column names", Refusal(_files.Write(text)));

    [Theory]
    [InlineData("id,name")]
    [InlineData("id,name\n")]
    public void A_header_alone_is_a_table_without_records(string text)
    {
        var table = _files.Read(text);

        Assert.Equal(["id", "name"], table.Columns);
        Assert.Empty(table.Records);
    }

    [Theory]
    [InlineData("536365,6,2.55\n536366,2,1.10\n", "(536365,6,2.55)")]
    [InlineData(",,\n1,2,3\n", "(,,)")]
    public void A_first_line_without_names_is_refused_with_its_cure(string text, string shown) =>
        Assert.EndsWith($"line 1 {shown} names no columns: add a line of names above the data, or give the names as the mapping's header", Refusal(_files.Write(text)));

    [Fact]
    public void A_header_with_a_fault_is_refused() =>
        Assert.Contains("the header in line 1 is unusable, field 1 goes on behind its closing quote", Refusal(_files.Write("\"id\"x,name\n1,tea\n")));

    public static TheoryData<string, byte[]> OtherKinds => new()
    {
        { "a PNG picture", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13] },
        { "a zip archive or an Excel workbook", [.. "PK"u8, 3, 4, 20, 0, 0, 0] },
        { "an old Excel workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
        { "a Parquet file", [.. "PAR1"u8, 0x15, 0, 0x15] },
        { "an SQLite database", [.. "SQLite format 3\0"u8, 0x10, 0] },
        { "a program", [0x7F, .. "ELF"u8, 2, 1, 1, 0] },
        { "a PDF document", [.. "%PDF-1.7\n"u8] },
        { "a web page", [.. "<!DOCTYPE html><html><body>Please log in</body></html>"u8] },
        { "a JSON document", [.. "[{\"id\":1}]"u8] },
    };

    [Theory]
    [MemberData(nameof(OtherKinds))]
    public void Files_of_other_kinds_are_named_for_what_they_are(string kind, byte[] bytes) =>
        Assert.Contains($"shop.csv' looks like {kind}, not like a text file: ", Refusal(_files.Write(bytes)));

    [Fact]
    public void Unknown_binary_is_refused()
    {
        var bytes = new byte[10_000];
        new Random(5).NextBytes(bytes);

        Assert.EndsWith("is a binary file, not text: name a CSV, Parquet or Excel file", Refusal(_files.Write(bytes)));
    }

    [Fact]
    public void Binary_numbers_are_not_taken_for_utf16()
    {
        var bytes = Enumerable.Range(1, 2000).SelectMany(value => BitConverter.GetBytes((ushort)(value % 200))).ToArray();

        Assert.Contains("is a binary file", Refusal(_files.Write(bytes)));
    }

    [Fact]
    public void A_missing_file_is_refused() =>
        Assert.Contains("nowhere.csv' does not exist: check the name", Refusal(Path.Combine(_files.Folder, "nowhere.csv")));

    [Fact]
    public void A_folder_is_refused() =>
        Assert.Equal($"'{_files.Folder}' is a folder, not a file: name one of the files in it", Refusal(_files.Folder));

    [Fact]
    public void A_line_of_a_hundred_megabytes_is_refused_in_flat_memory()
    {
        var path = Path.Combine(_files.Folder, "long.csv");
        using (var file = File.Create(path))
        {
            file.Write("id,name\n1,"u8);
            var block = Encoding.UTF8.GetBytes(new string('x', 1 << 20));
            for (var i = 0; i < 100; i++) file.Write(block);
        }
        var before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.Throws<UserErrorException>(() => ReadTable.Of(path, new()));

        Assert.Equal($"{path}: line 2 starts a record longer than 1 MiB: it has no line break, so this is probably no table; export it as CSV with one record a line", error.Message);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 16 << 20);
    }

    static string Refusal(string path) =>
        Assert.Throws<UserErrorException>(() => CsvFile.Inspect(path, new(), TestContext.Current.CancellationToken)).Message;
}
