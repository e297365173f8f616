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

        throw new UserErrorException($"Shop '{name}' is unknown: the demo shops are {string.Join(" and ", All)}.{Suggestion.For(name, All)} Choose one of them.");
    }
}
