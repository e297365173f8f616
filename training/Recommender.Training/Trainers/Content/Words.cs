namespace Recommender.Training.Trainers.Content;

/// <summary>The words of a text: runs of letters and digits in lower case, at least two long.</summary>
static class Words
{
    const int Shortest = 2;

    public static IEnumerable<string> Of(string? text)
    {
        if (text is null) yield break;

        var begin = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && char.IsLetterOrDigit(text[at])) continue;

            if (at - begin >= Shortest) yield return text[begin..at].ToLowerInvariant();
            begin = at + 1;
        }
    }
}
