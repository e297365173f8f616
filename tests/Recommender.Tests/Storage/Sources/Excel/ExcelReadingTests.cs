using Recommender.Core;
using Recommender.Storage.Sources.Excel;
using Recommender.Tests.Storage.Sources.Text;
using Xunit;

namespace Recommender.Tests.Storage.Sources.Excel;

public sealed class ExcelReadingTests : IDisposable
{
    readonly TextFiles _files = new();

    string Workbook => Path.Combine(_files.Folder, "shop.xlsx");

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Values_become_the_same_text_in_every_country()
    {
        var table = Read(
            ["text", "whole", "price", "code", "tiny", "sold", "day", "used", "sum", "for"],
            ["tea & \"milk\"", 12, 2.55, 4006381333931234d, 0.00001, new DateTime(2009, 12, 1, 7, 45, 0), new DateTime(2009, 12, 1), true,
                new XlsxWriter.Formula("B2*C2", 30.6), new TimeSpan(1, 30, 0)]);

        Assert.Equal(
            ["tea & \"milk\"", "12", "2.55", "4006381333931234", "0.00001", "2009-12-01T07:45:00", "2009-12-01T00:00:00", "true", "30.6", "01:30:00"],
            table.Records.Single());
    }

    [Fact]
    public void Empty_rows_are_skipped_and_lines_are_those_of_the_sheet()
    {
        var table = Read(null, ["id", "name"], ["1", "tea"], null, ["", " "], ["2", "milk"]);

        Assert.Equal(["id", "name"], table.Columns);
        Assert.Equal([["1", "tea"], ["2", "milk"]], table.Records);
        Assert.Equal([3, 6], table.Lines);
    }

    [Fact]
    public void Short_rows_are_filled_and_long_ones_left_to_the_caller()
    {
        var table = Read(["id", "name", null], ["1"], [null, "tea"], ["2", "milk", "odd"]);

        Assert.Equal([["1", ""], ["", "tea"], ["2", "milk", "odd"]], table.Records);
    }

    [Fact]
    public void A_failed_formula_is_an_empty_cell()
    {
        var table = Read(["id", "price"], ["1", new XlsxWriter.CellFailure("#DIV/0!")], ["2", 3]);

        Assert.Equal([["1", ""], ["2", "3"]], table.Records);
    }

    [Fact]
    public void The_first_sheet_that_is_not_hidden_is_read_unless_one_is_named()
    {
        XlsxWriter.Write(Workbook, ("Lists", true, [["key"], ["a"]]), ("Sales", false, [["id"], [1]]), ("Stock", false, [["item"], [2]]));

        Assert.Equal(["id"], Read(sheet: null).Columns);
        Assert.Equal(["item"], Read("stock").Columns);
        Assert.Equal(["key"], Read("Lists").Columns);
    }

    [Fact]
    public void An_unknown_sheet_is_refused_with_the_names_that_exist()
    {
        XlsxWriter.Write(Workbook, ("Sales", false, [["id"], [1]]), ("Stock", false, [["item"], [2]]));

        var error = Assert.Throws<UserErrorException>(() => Read("Sale"));

        Assert.Equal($"'{Workbook}' has no sheet 'Sale'. Did you mean 'Sales'? Its sheets are Sales, Stock.", error.Message);
    }

    [Fact]
    public void Ten_thousand_rows_come_back_in_order()
    {
        object?[]?[] rows = [["id", "price"], .. Enumerable.Range(1, 10_000).Select(i => new object?[] { i, i / 100.0 })];

        var table = Read(rows);

        Assert.Equal(10_000, table.Records.Count);
        Assert.Equal(["10000", "100"], table.Records[^1]);
    }

    ReadTable Read(params object?[]?[] rows)
    {
        XlsxWriter.Write(Workbook, ("Sheet1", false, rows));
        return Read(sheet: null);
    }

    ReadTable Read(string? sheet)
    {
        using var reader = ExcelFile.Open(Workbook, sheet);
        return ReadTable.Of(reader);
    }
}
