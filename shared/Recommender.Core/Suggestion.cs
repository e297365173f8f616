namespace Recommender.Core;

/// <summary>Finds the word a person probably meant.</summary>
public static class Suggestion
{
    /// <summary>" Did you mean 'price'?" when a known word is near enough to <paramref name="word"/>, else nothing.</summary>
    public static string For(string word, IEnumerable<string> known) =>
        Nearest(word, known) is { } near ? $" Did you mean '{near}'?" : "";

    /// <summary>The nearest known word, at most a third of its letters away; ties go to the first.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var best = default(string);
        var bestDistance = int.MaxValue;
        foreach (var candidate in known)
        {
            var distance = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance >= bestDistance || distance > Math.Max(1, candidate.Length / 3)) continue;
            (best, bestDistance) = (candidate, distance);
        }
        return best;
    }

    // Damerau-Levenshtein over adjacent transpositions, three rolling rows.
    static int Distance(string a, string b)
    {
        int[] before = new int[b.Length + 1], previous = [.. Enumerable.Range(0, b.Length + 1)], current = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }
            (before, previous, current) = (previous, current, before);
        }
        return previous[b.Length];
    }
}
