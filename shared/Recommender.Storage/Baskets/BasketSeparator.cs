using Recommender.Core;

namespace Recommender.Storage.Baskets;

/// <summary>What parts the items of a basket.</summary>
public static class BasketSeparator
{
    // A blank in a name is usual, any other separator in one is rare: a blank parts only where hardly a line has another.
    const double LeastShare = 0.01;

    // At equal counts the first: a comma may well stand in names that tabs part.
    static readonly char[] Known = ['\t', ';', ','];

    /// <summary>The separator that a person names: comma, tab, semicolon or space, or the character itself.</summary>
    public static char Parse(string text) => text.ToLowerInvariant() switch
    {
        "," or "comma" => ',',
        "\t" or "\\t" or "tab" => '\t',
        ";" or "semicolon" => ';',
        " " or "space" or "blank" => ' ',
        _ => throw new UserErrorException($"'{text}' is no separator of baskets.{Suggestion.For(text, ["comma", "tab", "semicolon", "space"])} Give comma, tab, semicolon or space."),
    };

    /// <summary>The separator that most lines at the beginning of a file have outside quotes.</summary>
    internal static char Of(ReadOnlySpan<byte> head)
    {
        Span<int> counts = stackalloc int[Known.Length];
        var lines = 0;
        foreach (var range in head.Split((byte)'\n'))
        {
            var line = head[range];
            if (line.Trim(" \t\r"u8).IsEmpty) continue;

            lines++;
            for (var candidate = 0; candidate < Known.Length; candidate++) counts[candidate] += IsIn(line.Trim(" \r"u8), (byte)Known[candidate]) ? 1 : 0;
        }
        var best = 0;
        for (var candidate = 1; candidate < Known.Length; candidate++) best = counts[candidate] > counts[best] ? candidate : best;
        return counts[best] > 0 && counts[best] >= LeastShare * lines ? Known[best] : ' ';
    }

    static bool IsIn(ReadOnlySpan<byte> line, byte separator)
    {
        var isQuoted = false;
        foreach (var letter in line)
        {
            if (letter == '"') isQuoted = !isQuoted;
            else if (!isQuoted && letter == separator) return true;
        }
        return false;
    }
}
