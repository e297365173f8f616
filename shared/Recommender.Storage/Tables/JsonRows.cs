using System.Text.Encodings.Web;
using System.Text.Json;
using Recommender.Core.Datasets;

namespace Recommender.Storage.Tables;

/// <summary>Rows as one JSON array of objects; a missing value is null.</summary>
sealed class JsonRows : IRowWriter, IDisposable
{
    const int Block = 1 << 16;

    readonly Utf8JsonWriter _json;
    readonly JsonEncodedText[] _columns;
    int _column;

    public JsonRows(Stream stream, IReadOnlyList<TableColumn> columns)
    {
        _json = new(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true });
        _columns = [.. columns.Select(column => JsonEncodedText.Encode(column.Name))];
        _json.WriteStartArray();
    }

    public void Text(ReadOnlySpan<byte> utf8)
    {
        Name();
        _json.WriteStringValue(utf8);
    }

    public void Names(Vocabulary names, ReadOnlySpan<int> entries)
    {
        Name();
        _json.WriteStartArray();
        foreach (var entry in entries) _json.WriteStringValue(names.Utf8(entry));
        _json.WriteEndArray();
    }

    public void Whole(long value)
    {
        Name();
        _json.WriteNumberValue(value);
    }

    public void Number(double value)
    {
        Name();
        if (double.IsFinite(value)) _json.WriteNumberValue(value);
        else _json.WriteNullValue();
    }

    public void Missing()
    {
        Name();
        _json.WriteNullValue();
    }

    public void EndRow()
    {
        _json.WriteEndObject();
        _column = 0;
        if (_json.BytesPending >= Block) _json.Flush();
    }

    /// <summary>The array has all its rows.</summary>
    public void End()
    {
        _json.WriteEndArray();
        _json.Flush();
    }

    public void Dispose() => _json.Dispose();

    void Name()
    {
        if (_column == 0) _json.WriteStartObject();
        _json.WritePropertyName(_columns[_column++]);
    }
}
