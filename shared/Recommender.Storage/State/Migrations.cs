using Recommender.Core;

namespace Recommender.Storage.State;

/// <summary>The steps from an empty state to the present one, numbered; a step that was released is never edited.</summary>
static class Migrations
{
    /// <summary>The number of the newest step.</summary>
    public const int Newest = 1;

    /// <summary>The steps that a state at <paramref name="version"/> lacks; <paramref name="dialect"/> is <c>duckdb</c> or <c>postgres</c>.</summary>
    public static IEnumerable<(int Version, string Sql)> After(int version, string dialect, string where)
    {
        if (version > Newest)
            throw new UserErrorException($"The state in {where} is of version {version}; this program knows versions up to {Newest}. Use the program that wrote it, or a newer one.");

        return Enumerable.Range(version + 1, Newest - version).Select(step => (step, SqlScript.Of<IStateStore>($"{dialect}_{step:0000}")));
    }
}
