namespace Recommender.Storage.Sources;

/// <summary>The name that was probably meant: the one with the fewest changes, if these are few for its length.</summary>
static class NearestName
{
    public static string? Of(string wanted, IEnumerable<string> names)
    {
        var nearest = names.Select(name => (Name: name, Changes: Changes(wanted, name))).OrderBy(each => each.Changes).FirstOrDefault();
        return nearest.Name is { } found && nearest.Changes <= Math.Max(1, Math.Max(wanted.Length, found.Length) / 3) ? found : null;
    }

    // Levenshtein's distance over one row, blind to case: row[j] is the number of changes from a[..i] to b[..j].
    static int Changes(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[^1];
    }
}
