namespace Recommender.Storage.Sources;

/// <summary>Makes every column addressable: trimmed, never blank, never twice the same.</summary>
static class ColumnNames
{
    public static IReadOnlyList<string> From(IReadOnlyList<string> header)
    {
        var names = new string[header.Count];
        // Names as they stand come first, so that "a, a, a_2" keeps its own a_2.
        var taken = new HashSet<string>(header.Select(name => name.Trim()), StringComparer.OrdinalIgnoreCase);
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < names.Length; i++)
        {
            var name = header[i].Trim();
            if (name.Length == 0) name = $"column_{i + 1}";
            names[i] = used.Add(name) ? name : Numbered(name, used, taken);
        }
        return names;
    }

    /// <summary>A row of names holds at least one letter; a row without any is data or nothing.</summary>
    public static bool AreUsable(IEnumerable<string> header) => header.Any(name => name.EnumerateRunes().Any(System.Text.Rune.IsLetter));

    static string Numbered(string name, HashSet<string> used, HashSet<string> taken)
    {
        for (var number = 2; ; number++)
        {
            var numbered = $"{name}_{number}";
            if (!taken.Contains(numbered) && used.Add(numbered)) return numbered;
        }
    }
}
