using System.Buffers;
using DuckDB.NET.Data;
using Recommender.Core.Datasets;

namespace Recommender.Storage.Tables;

/// <summary>Rows as Parquet, by way of a table of DuckDB. Names come joined by a separator that no name holds and are parted on the way out.</summary>
sealed class ParquetRows : IRowWriter, IDisposable
{
    const string Separator = "\u001f";
    const string Settings = "(FORMAT parquet, COMPRESSION zstd)";

    readonly DuckDBConnection _connection;
    readonly IReadOnlyList<TableColumn> _columns;
    readonly DuckDBChunkWriter _writer;
    readonly ArrayBufferWriter<byte> _names = new();
    int _column;

    public ParquetRows(DuckDBConnection connection, IReadOnlyList<TableColumn> columns, CancellationToken cancellationToken)
    {
        (_connection, _columns) = (connection, columns);
        connection.Run($"CREATE TABLE written ({string.Join(", ", columns.Select(Declared))})", cancellationToken);
        _writer = connection.CreateChunkWriter("written");
    }

    public void Text(ReadOnlySpan<byte> utf8) => _writer.Text(_column++, utf8);

    public void Names(Vocabulary names, ReadOnlySpan<int> entries)
    {
        _names.ResetWrittenCount();
        foreach (var entry in entries)
        {
            if (_names.WrittenCount > 0) _names.Write("\u001f"u8);
            _names.Write(names.Utf8(entry));
        }
        Text(_names.WrittenSpan);
    }

    public void Whole(long value) => _writer.Value(_column++, value);

    public void Number(double value)
    {
        if (double.IsFinite(value)) _writer.Value(_column++, value);
        else Missing();
    }

    public void Missing() => _writer.Null(_column++);

    public void EndRow()
    {
        _writer.EndRow();
        _column = 0;
    }

    /// <summary>Writes the file once all rows are there.</summary>
    public void Save(string path, CancellationToken cancellationToken)
    {
        _writer.Complete();
        var columns = string.Join(", ", _columns.Select(Parted));
        _connection.Run($"COPY (SELECT {columns} FROM written) TO $path {Settings}", cancellationToken, ("path", path));
    }

    public void Dispose() => _writer.Dispose();

    static string Parted(TableColumn column)
    {
        var name = DuckDBText.Identifier(column.Name);
        return column.Kind == CellKind.Names ? $"CASE WHEN {name} = '' THEN [] ELSE string_split({name}, '{Separator}') END AS {name}" : name;
    }

    static string Declared(TableColumn column) => $"{DuckDBText.Identifier(column.Name)} {column.Kind switch
    {
        CellKind.Whole => "BIGINT",
        CellKind.Number => "DOUBLE",
        _ => "VARCHAR",
    }}";
}
