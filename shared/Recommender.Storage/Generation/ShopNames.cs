using Recommender.Core;

namespace Recommender.Storage.Generation;

/// <summary>The demo shops by name.</summary>
public static class ShopNames
{
    public const string Beauty = "beauty";
    public const string Distributor = "distributor";

    public static IReadOnlyList<string> All { get; } = [Beauty, Distributor];

    /// <summary>Lets a known name pass.</summary>
    /// <exception cref="UserErrorException">There is no such shop; the message names the nearest one.</exception>
    public static void Check(string name)
    {
        if (All.Contains(name)) return;

        var nearest = All.MinBy(known => Distance(name.ToLowerInvariant(), known))!;
        var cure = Distance(name.ToLowerInvariant(), nearest) <= nearest.Length / 2 ? $"did you mean '{nearest}'?" : "choose one of them.";
        throw new UserErrorException($"Shop '{name}' is unknown: the demo shops are {string.Join(" and ", All)}; {cure}");
    }

    /// <summary>Edits that turn one word into the other (Levenshtein), one row at a time.</summary>
    static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var swap = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(swap, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
