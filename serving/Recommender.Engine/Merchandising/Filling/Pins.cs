using Recommender.Engine.Answers;
using Recommender.Engine.Merchandising.Rules;

namespace Recommender.Engine.Merchandising.Filling;

/// <summary>The items that merchandisers put at places of a list. A pin yields to what bars its item; two for one place stand one behind the other.</summary>
sealed class Pins
{
    readonly List<(int Position, int Row)> _waiting = [];

    public Pins(Ranking ranking, int count)
    {
        foreach (var rule in ranking.Rules.Of(RuleKind.Pin))
        {
            var (position, row) = (rule.Document.Position ?? 1, ranking.Ranker.Assortment.Find(rule.Document.Item ?? ""));
            if (row >= 0 && position <= count && rule.IsAbout(row) && ranking.Allows(row)) _waiting.Add((position, row));
        }
        _waiting.Sort((left, right) => left.Position.CompareTo(right.Position));
    }

    /// <summary>Keeps the pins that the list has room for: <paramref name="take"/> says whether it has, and makes it.</summary>
    public void Reserve(Func<int, bool> take) => _waiting.RemoveAll(pin => !take(pin.Row));

    /// <summary>The pin of the next place of a list so long; of any place when nothing else is left.</summary>
    public bool TryTake(int length, bool isAnyPlace, out Candidate candidate)
    {
        candidate = default;
        if (_waiting.Count == 0 || !(isAnyPlace || _waiting[0].Position <= length + 1)) return false;

        candidate = new(_waiting[0].Row, 0, Strategy.Pinned);
        _waiting.RemoveAt(0);
        return true;
    }
}
