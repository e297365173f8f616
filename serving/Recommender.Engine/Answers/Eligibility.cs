using Recommender.Engine.Assortments;

namespace Recommender.Engine.Answers;

/// <summary>Which items of a version may stand in an answer: offered by the shop at this moment, and not ruled out by the question.</summary>
sealed class Eligibility
{
    readonly Assortment _assortment;
    readonly int[] _rows;
    readonly HashSet<int>? _excluded;   // rows

    public Eligibility(Shop shop, int[] rows, IReadOnlyList<string> excluded)
    {
        (_assortment, _rows) = (shop.Assortment, rows);
        if (excluded.Count == 0) return;

        _excluded = new(excluded.Count);
        foreach (var id in excluded) _excluded.Add(_assortment.Find(id));
    }

    /// <summary>Whether an item, by the version's number, may come.</summary>
    public bool Allows(int item) => _assortment.Facts(_rows[item]).IsOffered && _excluded?.Contains(_rows[item]) != true;
}
