using Recommender.Engine.Filters;
using Recommender.Engine.Merchandising.Rules;

namespace Recommender.Engine.Merchandising.Filling;

/// <summary>The lists that visits have seen of late, so that a page that is opened again looks the same.</summary>
sealed class VisitMemory(TimeProvider clock)
{
    const int MostLists = 10_000;

    static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    readonly RecentlyUsed<string, Seen> _lists = new(MostLists, StringComparer.Ordinal);

    /// <summary>What the visit has seen and may still come, in its order; nothing once other rules act, or it was long ago.</summary>
    public IReadOnlyList<Candidate> Recall(string visit, Ranking ranking)
    {
        if (_lists.Find(visit) is not { } seen || seen.Set != ranking.Set || seen.Signature != ranking.Rules.Signature
            || clock.GetElapsedTime(seen.At) > Lifetime)
            return [];

        foreach (var candidate in seen.List)
        {
            if (!ranking.Allows(candidate.Row)) return [.. seen.List.Where(kept => ranking.Allows(kept.Row))];
        }
        return seen.List;
    }

    public void Keep(string visit, Ranking ranking, IReadOnlyList<Candidate> list) =>
        _lists.Set(visit, new(list, ranking.Set, ranking.Rules.Signature, clock.GetTimestamp()));

    sealed record Seen(IReadOnlyList<Candidate> List, RuleSet Set, int Signature, long At);
}
