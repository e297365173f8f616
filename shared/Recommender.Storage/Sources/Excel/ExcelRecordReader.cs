using System.Text;
using ExcelDataReader;
using Recommender.Core;

namespace Recommender.Storage.Sources.Excel;

/// <summary>Rows of one sheet below its first row that is not empty, which names the columns. A formula that failed is an empty cell.</summary>
sealed class ExcelRecordReader : RecordReader
{
    const int RawCharacters = 200;

    readonly FileStream _file;
    readonly IExcelDataReader _workbook;
    readonly string[] _cells;    // of the current row
    readonly int[] _ends;        // of each cell's text in _text
    byte[] _text = new byte[4096];
    long _line;
    int _used;                   // cells up to the last one that holds something

    public ExcelRecordReader(FileStream file, IExcelDataReader workbook)
    {
        _file = file;
        _workbook = workbook;
        _cells = new string[workbook.FieldCount];
        _ends = new int[workbook.FieldCount];
        if (!NextRow()) throw new UserErrorException($"'{file.Name}': sheet '{workbook.Name}' is empty: a table starts with a row of column names");

        var header = _cells[.._used];
        if (!ColumnNames.AreUsable(header))
            throw new UserErrorException($"'{file.Name}': row {_line} of sheet '{workbook.Name}' ({RawText}) names no columns: add a row of names above the data");
        Columns = ColumnNames.From(header);
    }

    public override IReadOnlyList<string> Columns { get; }

    public override long Line => _line;

    public override int FieldCount => Math.Max(_used, Columns.Count);

    public override RecordFault? Fault => null;

    public override string RawText
    {
        get
        {
            var text = string.Join(", ", _cells[.._used]);
            return text.Length <= RawCharacters ? text : text[..(RawCharacters - 1)] + "…";
        }
    }

    public override long BytesRead => _file.Position;

    public override long TotalBytes => _file.Length;

    public override ReadOnlySpan<byte> Field(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)FieldCount, nameof(index));
        var start = index == 0 ? 0 : _ends[index - 1];
        return _text.AsSpan(start, _ends[index] - start);
    }

    public override bool Read()
    {
        if (!NextRow()) return false;
        var written = 0;
        for (var i = 0; i < _cells.Length; i++)
        {
            var needed = written + Encoding.UTF8.GetMaxByteCount(_cells[i].Length);
            if (needed > _text.Length) Array.Resize(ref _text, needed * 2);
            written += Encoding.UTF8.GetBytes(_cells[i], _text.AsSpan(written));
            _ends[i] = written;
        }
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        _workbook.Dispose();
        _file.Dispose();
    }

    /// <summary>Takes over the next row that is not empty.</summary>
    bool NextRow()
    {
        try
        {
            while (_workbook.Read())
            {
                _line = _workbook.Depth + 1;
                TakeCells();
                if (_used > 0) return true;
            }
            return false;
        }
        catch (Exception e) when (e is not UserErrorException)   // a damaged workbook fails in its reader in many ways
        {
            throw ExcelFile.Damaged(_file.Name, e);
        }
    }

    void TakeCells()
    {
        _used = 0;
        for (var i = 0; i < _cells.Length; i++)
        {
            _cells[i] = CellText.Of(_workbook.GetValue(i));
            if (!string.IsNullOrWhiteSpace(_cells[i])) _used = i + 1;
        }
    }
}
