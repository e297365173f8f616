using Recommender.Core.Datasets;
using Recommender.Engine.Assortments;

namespace Recommender.Engine.Answers;

/// <summary>Where a version's items stand in the shop's assortment, and back.</summary>
sealed class VersionRows
{
    readonly int[] _rows;    // of each item
    readonly int[] _items;   // of each row that was there then; -1 where the version does not know the item

    public VersionRows(Vocabulary items, Assortment assortment)
    {
        _rows = assortment.Rows(items);
        _items = new int[assortment.Count];
        Array.Fill(_items, -1);
        for (var item = 0; item < _rows.Length; item++) _items[_rows[item]] = item;
    }

    /// <summary>How many items the version has.</summary>
    public int Count => _rows.Length;

    /// <summary>The row of an item.</summary>
    public int this[int item] => _rows[item];

    /// <summary>The rows of all items, by their numbers.</summary>
    public ReadOnlySpan<int> All => _rows;

    /// <summary>The item of a row, or -1.</summary>
    public int ItemOf(int row) => (uint)row < (uint)_items.Length ? _items[row] : -1;

    /// <summary>Whether the version knows a row's item.</summary>
    public bool Has(int row) => ItemOf(row) >= 0;
}
