namespace DuckDB.NET.Data;

/// <summary>The one place where a text becomes part of SQL, for the few spots where DuckDB takes no parameter.</summary>
static class DuckDBText
{
    /// <summary>A string literal: 'it''s'.</summary>
    public static string Literal(string value) => Quote(value, '\'');

    /// <summary>A quoted name: "my ""table""".</summary>
    public static string Identifier(string name)
    {
        if (name.Length == 0) throw new ArgumentException("A name in SQL has at least one character.", nameof(name));
        return Quote(name, '"');
    }

    static string Quote(string text, char quote)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException($"'{text.Replace("\0", "\\0", StringComparison.Ordinal)}' holds a NUL, which SQL text cannot: take it out.", nameof(text));

        return $"{quote}{text.Replace($"{quote}", $"{quote}{quote}", StringComparison.Ordinal)}{quote}";
    }
}
