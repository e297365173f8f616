using System.Text.Json;
using DuckDB.NET.Data;

namespace Recommender.Storage.Forgetting;

/// <summary>One row of a result as a JSON object: numbers unrounded, times in ISO 8601 UTC, absent values as null.</summary>
static class JsonRow
{
    public static void Write(Utf8JsonWriter json, DuckDBDataReader row)
    {
        json.WriteStartObject();
        for (var column = 0; column < row.FieldCount; column++)
        {
            json.WritePropertyName(row.GetName(column));
            Write(json, row.GetValue(column));
        }
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case DBNull: json.WriteNullValue(); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case decimal number: json.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
            case float number when float.IsFinite(number): json.WriteNumberValue(number); break;
            case long or int or short or sbyte or byte: json.WriteNumberValue(Convert.ToInt64(value)); break;
            case DateTime time: json.WriteStringValue(DateTime.SpecifyKind(time, DateTimeKind.Utc)); break;
            default: json.WriteStringValue(Convert.ToString(value)); break;
        }
    }
}
