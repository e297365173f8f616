using Recommender.Engine.Assortments;
using Recommender.Engine.Filters;

namespace Recommender.Engine.Answers;

/// <summary>Which items of a version may stand in an answer: offered by the shop at this moment, and not ruled out by the question.</summary>
sealed class Eligibility
{
    readonly Assortment _assortment;
    readonly int[] _rows;
    readonly Condition? _condition;
    readonly HashSet<int>? _excluded;   // rows

    /// <summary>For a question about the item <paramref name="anchor"/>, or about none.</summary>
    public Eligibility(Shop shop, int[] rows, Question question, string? anchor = null)
    {
        (_assortment, _rows) = (shop.Assortment, rows);
        if (question.Filter is { } filter) _condition = shop.ConditionOf(filter, anchor);
        if (question.Exclude.Count == 0) return;

        _excluded = new(question.Exclude.Count);
        foreach (var id in question.Exclude) _excluded.Add(_assortment.Find(id));
    }

    /// <summary>Whether an item, by the version's number, may come.</summary>
    public bool Allows(int item)
    {
        var row = _rows[item];
        return _assortment.IsOffered(row) && _excluded?.Contains(row) != true && _condition?.Meets(row) != false;
    }
}
