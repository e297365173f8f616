using System.Globalization;

namespace Recommender.Core.Evaluation.Gates;

/// <summary>What metrics must reach, as it is written on a line: <c>ndcg@20=0.05,recall@20=0.1</c>.</summary>
public static class MinimumText
{
    /// <summary>Reads the line; an empty one asks for nothing.</summary>
    public static IReadOnlyDictionary<string, double> Parse(string text)
    {
        var minimum = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } metric, var number]
                || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
                throw new UserErrorException($"'{part}' says of no metric what it must reach. Write metric=number, such as ndcg@20=0.05.");

            if (!minimum.TryAdd(metric, value)) throw new UserErrorException($"'{text}' names {metric} twice; name it once.");
        }
        return minimum;
    }
}
