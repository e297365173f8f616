using Recommender.Engine.Assortments;

namespace Recommender.Engine.Answers;

/// <summary>An answer while it is filled, strategy after strategy; an item stands in it once.</summary>
sealed class AnswerList(int count, Assortment assortment, int[] rows)
{
    readonly List<AnsweredItem> _items = new(Math.Min(count, 64));
    readonly HashSet<int> _taken = [];

    /// <summary>Whether as many items are in it as were asked for.</summary>
    public bool IsFull => _items.Count >= count;

    /// <summary>How many are still wanted.</summary>
    public int Wanted => count - _items.Count;

    /// <summary>The items so far.</summary>
    public IReadOnlyList<AnsweredItem> Items => _items;

    /// <summary>Whether an item is in it.</summary>
    public bool Has(int item) => _taken.Contains(item);

    /// <summary>Adds an item by the version's number, unless it is in already.</summary>
    public void Add(int item, float score, Strategy strategy, IReadOnlyList<Evidence> evidence)
    {
        if (_taken.Add(item)) _items.Add(new(assortment.IdOf(rows[item]), score, strategy, evidence));
    }
}
