using System.Globalization;

namespace Recommender.Training.Commands;

/// <summary>Lengths of list as they are given: 10,20.</summary>
static class CutoffText
{
    public static IReadOnlyList<int> Read(string text)
    {
        var cutoffs = new SortedSet<int>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            cutoffs.Add(int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var cutoff) && cutoff is >= 1 and <= 1000 ? cutoff
                : throw new WrongUseException($"--at {text}: '{part}' is no length of list; write whole numbers from 1 to 1000, such as --at 10,20."));
        }
        return cutoffs.Count > 0 ? [.. cutoffs] : throw new WrongUseException("--at names no length of list; write for example --at 10,20.");
    }
}
