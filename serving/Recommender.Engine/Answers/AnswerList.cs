using Recommender.Engine.Assortments;

namespace Recommender.Engine.Answers;

/// <summary>An answer while it is filled, strategy after strategy; an item stands in it once.</summary>
sealed class AnswerList(int count, Assortment assortment, int[] rows)
{
    const int Short = 64;   // up to here looking through the list is quicker than a set beside it

    readonly AnsweredItem[] _items = new AnsweredItem[Math.Min(count, rows.Length)];
    readonly int[] _numbers = new int[Math.Min(count, rows.Length)];
    readonly HashSet<int>? _taken = count > Short ? [] : null;
    int _count;

    /// <summary>Whether as many items are in it as were asked for, or as there are.</summary>
    public bool IsFull => _count == _items.Length;

    /// <summary>How many are still wanted.</summary>
    public int Wanted => _items.Length - _count;

    /// <summary>The items so far.</summary>
    public IReadOnlyList<AnsweredItem> Items => IsFull ? _items : _items[.._count];

    /// <summary>Adds an item by the version's number, unless it is in already.</summary>
    public void Add(int item, float score, Strategy strategy, IReadOnlyList<Evidence>? evidence = null)
    {
        if (_taken?.Add(item) == false || (_taken is null && _numbers.AsSpan(0, _count).Contains(item))) return;

        _numbers[_count] = item;
        _items[_count++] = new(assortment.IdOf(rows[item]), score, strategy, evidence ?? []);
    }

    /// <summary>Says of every item that a model scored what speaks for it.</summary>
    public void Explain(Func<int, IReadOnlyList<Evidence>> evidenceOf)
    {
        for (var place = 0; place < _count; place++)
        {
            if (_items[place].Strategy is Strategy.Personalised or Strategy.Repeat) _items[place] = _items[place] with { Evidence = evidenceOf(_numbers[place]) };
        }
    }
}
