using System.Globalization;
using System.IO.Compression;
using System.Security;

namespace Recommender.Tests.Storage.Sources.Excel;

/// <summary>Writes small workbooks part by part, as the format is laid down in ECMA-376.</summary>
static class XlsxWriter
{
    const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string PackageLinks = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>A row that is null is left out of the file; a cell that is null is left out of its row.</summary>
    public static void Write(string path, params (string Name, bool IsHidden, object?[]?[] Rows)[] sheets)
    {
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Add(archive, "[Content_Types].xml", ContentTypes(sheets.Length));
        Add(archive, "_rels/.rels", $"<Relationships xmlns=\"{PackageLinks}\"><Relationship Id=\"rId1\" Type=\"{Links}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        var list = sheets.Select((sheet, index) =>
            $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{index + 1}\"{(sheet.IsHidden ? " state=\"hidden\"" : "")} r:id=\"rId{index + 1}\"/>");
        Add(archive, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Links}\"><sheets>{string.Concat(list)}</sheets></workbook>");
        var links = sheets.Select((_, index) => $"<Relationship Id=\"rId{index + 1}\" Type=\"{Links}/worksheet\" Target=\"worksheets/sheet{index + 1}.xml\"/>");
        Add(archive, "xl/_rels/workbook.xml.rels",
            $"<Relationships xmlns=\"{PackageLinks}\">{string.Concat(links)}<Relationship Id=\"rIdS\" Type=\"{Links}/styles\" Target=\"styles.xml\"/></Relationships>");
        Add(archive, "xl/styles.xml", Styles);
        for (var i = 0; i < sheets.Length; i++) Add(archive, $"xl/worksheets/sheet{i + 1}.xml", Sheet(sheets[i].Rows));
    }

    public static void Add(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(name.EndsWith(".xml", StringComparison.Ordinal) || name.EndsWith(".rels", StringComparison.Ordinal) ? Head + text : text);
    }

    // Style 1 is a date with its time (number format 22), style 2 a time of day or a duration (46).
    const string Styles =
        $"<styleSheet xmlns=\"{Main}\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
        + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf numFmtId=\"0\" xfId=\"0\"/>"
        + "<xf numFmtId=\"22\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"46\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";

    static string ContentTypes(int sheets)
    {
        const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        var parts = Enumerable.Range(1, sheets).Select(i => $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"{Kind}.worksheet+xml\"/>");
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Kind}.sheet.main+xml\"/>"
            + $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Kind}.styles+xml\"/>{string.Concat(parts)}</Types>";
    }

    static string Sheet(object?[]?[] rows)
    {
        var lines = rows.Select((row, index) => row is null
            ? ""
            : $"<row r=\"{index + 1}\">{string.Concat(row.Select((cell, column) => Cell($"{(char)('A' + column)}{index + 1}", cell)))}</row>");
        return $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(lines)}</sheetData></worksheet>";
    }

    static string Cell(string place, object? value) => value switch
    {
        null => "",
        string text => $"<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
        bool truth => $"<c r=\"{place}\" t=\"b\"><v>{(truth ? 1 : 0)}</v></c>",
        DateTime time => $"<c r=\"{place}\" s=\"1\"><v>{Number(time.ToOADate())}</v></c>",
        TimeSpan span => $"<c r=\"{place}\" s=\"2\"><v>{Number(span.TotalDays)}</v></c>",
        Formula formula => $"<c r=\"{place}\"><f>{SecurityElement.Escape(formula.Text)}</f><v>{Number(formula.Value)}</v></c>",
        CellFailure failure => $"<c r=\"{place}\" t=\"e\"><v>{failure.Text}</v></c>",
        _ => $"<c r=\"{place}\"><v>{Number(Convert.ToDouble(value, CultureInfo.InvariantCulture))}</v></c>",
    };

    static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public sealed record Formula(string Text, double Value);

    public sealed record CellFailure(string Text);
}
