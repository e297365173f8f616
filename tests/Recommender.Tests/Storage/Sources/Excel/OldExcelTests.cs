using System.Text;
using Recommender.Storage.Sources.Excel;
using Recommender.Tests.Storage.Sources.Text;
using Xunit;

namespace Recommender.Tests.Storage.Sources.Excel;

public sealed class OldExcelTests : IDisposable
{
    readonly TextFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void An_old_workbook_is_read_with_its_code_page()
    {
        var path = _files.Write(
        [
            .. Record(0x0009, [2, 0, 0x10, 0]),                   // BOF: BIFF 2, a worksheet
            .. Record(0x0042, [0xE4, 0x04]),                      // CODEPAGE 1252
            .. Record(0x0000, [0, 0, 2, 0, 0, 0, 2, 0]),          // DIMENSIONS: two rows, two columns
            .. Label(0, 0, "id"), .. Label(0, 1, "prix €"),
            .. Label(1, 0, "a"), .. Number(1, 1, 2.5),
            .. Record(0x000A, []),                                // EOF
        ], "shop.xls");

        using var reader = ExcelFile.Open(path);
        var table = ReadTable.Of(reader);

        Assert.Equal(["id", "prix €"], table.Columns);
        Assert.Equal([["a", "2.5"]], table.Records);
    }

    static byte[] Record(ushort kind, byte[] content) => [.. BitConverter.GetBytes(kind), .. BitConverter.GetBytes((ushort)content.Length), .. content];

    static byte[] Label(byte row, byte column, string text)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);
        return Record(0x0004, [row, 0, column, 0, 0, 0, 0, (byte)bytes.Length, .. bytes]);
    }

    static byte[] Number(byte row, byte column, double value) => Record(0x0003, [row, 0, column, 0, 0, 0, 0, .. BitConverter.GetBytes(value)]);
}
