using System.Text;
using Recommender.Core;

namespace Recommender.Storage.Postgres;

/// <summary>Names in SQL text: always quoted, since a table may be called "Order Lines" or worse.</summary>
static class Identifier
{
    const int LongestName = 63;   // bytes of UTF-8

    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Quote(string schema, string name) => $"{Quote(schema)}.{Quote(name)}";

    /// <summary>The name, unless PostgreSQL would cut it: then two names could become one.</summary>
    public static string Checked(string name, string what) =>
        name.Length > 0 && Encoding.UTF8.GetByteCount(name) <= LongestName ? name : throw new UserErrorException(
            $"{what} '{name}' has {Encoding.UTF8.GetByteCount(name)} bytes, PostgreSQL takes names of 1 to {LongestName}; give it a shorter name.");

    /// <summary>"table", "schema.table", with double quotes around a part that itself has dots.</summary>
    public static (string? Schema, string Table) Split(string text)
    {
        var parts = Parts(text);
        return parts switch
        {
            [var table] => (null, table),
            [var schema, var table] => (schema, table),
            _ => throw new UserErrorException(
                $"Table '{text}' does not read as table or schema.table; put double quotes around a part that has a dot in its name."),
        };
    }

    static List<string> Parts(string text)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"') part.Append(text[++i]);
            else if (text[i] == '"') quoted = !quoted;
            else if (text[i] == '.' && !quoted) Close();
            else part.Append(text[i]);
        }
        Close();
        return quoted || parts.Contains("") ? [] : parts;

        void Close()
        {
            parts.Add(part.ToString());
            part.Clear();
        }
    }
}
