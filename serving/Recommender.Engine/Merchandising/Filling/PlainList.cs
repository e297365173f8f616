namespace Recommender.Engine.Merchandising.Filling;

/// <summary>A list whose order no rule changes: block after block as it comes.</summary>
static class PlainList
{
    public static IReadOnlyList<Candidate> Fill(Ranking ranking, CandidateSources sources, int count, IReadOnlyList<Candidate> kept)
    {
        var list = new List<Candidate>(Math.Min(count, 64));
        var taken = new Taken(count);
        foreach (var candidate in kept) Add(candidate);
        foreach (var source in sources.Blocks)
        {
            for (var wanted = count; list.Count < count; wanted *= 2)
            {
                var found = source(wanted);
                for (var place = 0; place < found.Count && list.Count < count; place++)
                {
                    if (!taken.Has(found[place].Row) && ranking.Allows(found[place].Row)) Add(found[place]);
                }
                if (found.Count < wanted || wanted > int.MaxValue / 2) break;
            }
        }
        return list;

        void Add(Candidate candidate)
        {
            list.Add(candidate);
            taken.Add(candidate.Row);
        }
    }
}
