namespace Recommender.Storage.Forgetting;

/// <summary>The spellings under which a snapshot holds one person, and the pattern that finds the id inside a text.</summary>
sealed record Person(IReadOnlyList<string> Spellings, IReadOnlyList<string> Ids)
{
    public bool IsHeld => Spellings.Count > 0;

    /// <summary>
    /// A pattern for DuckDB's regexp_matches that finds an id as a word of its own: 12 is in "id=12;" and not in "2012".
    /// Null when there is no id to look for.
    /// </summary>
    public string? Pattern => Ids.Count == 0
        ? null
        : $@"(^|[^\pL\pN])({string.Join('|', Ids.Select(Quote))})($|[^\pL\pN])";

    /// <summary>The parameters that <paramref name="sql"/> uses: the file, the spellings, the pattern.</summary>
    public (string Name, object? Value)[] Parameters(string file, string sql) =>
        [.. Values(file).Where(value => value.Name == "file" || sql.Contains($"${value.Name}", StringComparison.Ordinal))];

    (string Name, object? Value)[] Values(string file) => [("file", file), ("spellings", Spellings.ToArray()), ("pattern", Pattern)];

    // RE2 has no other way to say "as it stands" for every character.
    static string Quote(string id) => string.Concat(id.Select(letter =>
        char.IsAscii(letter) && !char.IsAsciiLetterOrDigit(letter) ? $@"\x{{{(int)letter:x}}}" : letter.ToString()));
}
