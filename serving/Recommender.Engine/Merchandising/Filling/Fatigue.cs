using Recommender.Engine.Merchandising.Rules;

namespace Recommender.Engine.Merchandising.Filling;

/// <summary>Items that were shown often and ignored: they come when nothing else is left, those shown least first.</summary>
sealed class Fatigue(Ranking ranking)
{
    readonly BoundRule[] _rules = ranking.Context.Shown is null ? [] : ranking.Rules.Of(RuleKind.Fatigue);
    readonly List<(int Shown, Candidate Candidate)> _tired = [];

    /// <summary>Whether anything may tire.</summary>
    public bool Any => _rules.Length > 0;

    /// <summary>The rule by which an item has tired; null when it has not.</summary>
    public BoundRule? Rule(int row)
    {
        if (_rules.Length == 0) return null;

        var shown = ranking.Context.Shown?.Invoke(row) ?? 0;
        foreach (var rule in _rules)
        {
            if (shown >= rule.Document.Most && rule.IsAbout(row)) return rule;
        }
        return null;
    }

    /// <summary>Keeps an item for the end.</summary>
    public void Add(Candidate candidate) => _tired.Add((ranking.Context.Shown?.Invoke(candidate.Row) ?? 0, candidate));

    /// <summary>All that were kept, those shown least first, and as they were found.</summary>
    public IEnumerable<Candidate> All() => _tired.OrderBy(tired => tired.Shown).Select(tired => tired.Candidate);
}
