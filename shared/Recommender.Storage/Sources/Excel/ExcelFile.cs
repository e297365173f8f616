using System.Text;
using ExcelDataReader;
using Recommender.Core;
using Recommender.Storage.Sources.Text;

namespace Recommender.Storage.Sources.Excel;

/// <summary>Workbooks of a shop, .xlsx and .xls: one sheet read as records.</summary>
static class ExcelFile
{
    static ExcelFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);   // texts of .xls are in code pages

    /// <summary>Opens the sheet of that name, or the first one that is not hidden.</summary>
    public static RecordReader Open(string path, string? sheet = null) => Open(path, sheet, new());

    internal static RecordReader Open(string path, string? sheet, ExcelLimits limits)
    {
        var file = SourceFile.OpenFile(path);
        IExcelDataReader? workbook = null;
        try
        {
            ZipGuard.Check(file, limits);
            workbook = ExcelReaderFactory.CreateReader(file, new() { LeaveOpen = true });
            SheetChoice.Enter(workbook, path, sheet);
            return new ExcelRecordReader(file, workbook);
        }
        catch (Exception e)
        {
            workbook?.Dispose();
            file.Dispose();
            if (e is UserErrorException) throw;
            throw Damaged(path, e);
        }
    }

    /// <summary>The error for whatever the workbook's bytes did to the code that reads them.</summary>
    public static UserErrorException Damaged(string path, Exception e) =>
        new($"'{path}' cannot be read as an Excel workbook ({FirstLine(e)}): open it in Excel and save it again, without a password, as .xlsx or CSV", e);

    static string FirstLine(Exception e) => e.Message.Split('\r', '\n')[0].TrimEnd('.');
}
