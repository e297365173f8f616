using System.IO.Compression;
using Recommender.Core;
using Recommender.Storage.Sources.Excel;
using Recommender.Tests.Storage.Sources.Text;
using Xunit;

namespace Recommender.Tests.Storage.Sources.Excel;

public sealed class ExcelRefusalTests : IDisposable
{
    readonly TextFiles _files = new();

    string Workbook => Path.Combine(_files.Folder, "shop.xlsx");

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_missing_workbook_is_refused() => Assert.Contains("shop.xlsx' does not exist", Refusal());

    [Fact]
    public void An_empty_file_is_refused()
    {
        _files.Write("", "shop.xlsx");

        Assert.Contains("shop.xlsx' is empty", Refusal());
    }

    [Fact]
    public void An_empty_sheet_is_refused()
    {
        XlsxWriter.Write(Workbook, ("Sheet1", false, []));

        Assert.EndsWith("sheet 'Sheet1' is empty: a table starts with a row of column names", Refusal());
    }

    [Fact]
    public void A_first_row_without_names_is_refused()
    {
        XlsxWriter.Write(Workbook, ("Sheet1", false, [[1, 2], [3, 4]]));

        Assert.EndsWith("row 1 of sheet 'Sheet1' (1, 2) names no columns: add a row of names above the data", Refusal());
    }

    [Fact]
    public void Text_named_as_a_workbook_is_refused()
    {
        _files.Write("id,name\n1,tea\n", "shop.xlsx");

        Assert.Contains("cannot be read as an Excel workbook", Refusal());
    }

    [Fact]
    public void A_zip_archive_of_other_things_is_refused()
    {
        using (var archive = new ZipArchive(File.Create(Workbook), ZipArchiveMode.Create)) XlsxWriter.Add(archive, "shop.csv", "id\n1\n");

        Assert.EndsWith("is a zip archive but holds no Excel workbook: unpack it, and name the file in it", Refusal());
    }

    [Fact]
    public void A_workbook_damaged_anywhere_is_read_or_refused_but_never_fails_otherwise()
    {
        XlsxWriter.Write(Workbook, ("Sheet1", false, [["id", "name"], .. Enumerable.Range(1, 50).Select(i => new object?[] { i, $"item {i}" })]));
        var whole = File.ReadAllBytes(Workbook);
        var random = new Random(9);
        var refused = 0;

        for (var round = 0; round < 300; round++)
        {
            var bytes = whole.ToArray();
            if (round % 3 == 0) bytes = bytes[..random.Next(1, bytes.Length)];
            else for (var i = 0; i < 8; i++) bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
            File.WriteAllBytes(Workbook, bytes);

            if (Record.Exception(Read) is not { } error) continue;
            Assert.IsType<UserErrorException>(error);
            Assert.DoesNotContain('\n', error.Message);
            refused++;
        }

        Assert.True(refused > 200, $"{refused} of 300 damaged workbooks were refused.");
    }

    [Fact]
    public void A_workbook_that_is_a_zip_bomb_is_refused_before_it_is_unpacked()
    {
        using (var archive = new ZipArchive(File.Create(Workbook), ZipArchiveMode.Create))
        {
            using var sheet = archive.CreateEntry("xl/worksheets/sheet1.xml").Open();
            var block = new byte[1 << 20];
            for (var i = 0; i < 100; i++) sheet.Write(block);
        }

        Assert.Contains("unpacks to 100 MiB, more than 250 times its size, as a zip bomb does", Refusal());
    }

    [Fact]
    public void A_workbook_larger_than_what_is_read_is_refused()
    {
        XlsxWriter.Write(Workbook, ("Sheet1", false, [["id"], [1]]));

        var error = Assert.Throws<UserErrorException>(() => ExcelFile.Open(Workbook, null, new() { MaxBytes = 1000 }));

        Assert.Contains("more than the 1000 bytes that are read", error.Message);
    }

    string Refusal() => Assert.Throws<UserErrorException>(Read).Message;

    void Read()
    {
        using var reader = ExcelFile.Open(Workbook);
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++) reader.Field(i).ToArray();
        }
    }
}
