using System.Collections.Concurrent;
using Recommender.Core.Datasets;

namespace Recommender.Engine.Assortments;

/// <summary>
/// The items of a shop as they are at this moment: a row for each id ever named, whatever model or feed named it. Rows are never given
/// away again, so a model keeps them beside its own item numbers. One writer at a time; readers take no lock and see each change at once.
/// </summary>
public sealed class Assortment
{
    readonly ConcurrentDictionary<string, int> _rows = new(StringComparer.Ordinal);
    readonly Lock _writing = new();
    string[] _ids = new string[1024];
    ItemFacts[] _facts = new ItemFacts[1024];
    int _count;

    /// <summary>How many rows there are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The row of an item, or -1.</summary>
    public int Find(string id) => _rows.TryGetValue(id, out var row) ? row : -1;

    /// <summary>The id of a row.</summary>
    public string IdOf(int row) => Volatile.Read(ref _ids)[row];

    /// <summary>What is known of a row's item now.</summary>
    public ItemFacts Facts(int row) => Volatile.Read(ref _facts)[row];

    /// <summary>The rows of these items, made where they are new.</summary>
    public int[] Rows(Vocabulary items)
    {
        var rows = new int[items.Count];
        lock (_writing)
        {
            for (var item = 0; item < rows.Length; item++) rows[item] = Row(items[item]);
        }
        return rows;
    }

    /// <summary>Sets what is known of items; an item without a row gets one.</summary>
    public void Set(IEnumerable<KeyValuePair<string, ItemFacts>> items)
    {
        lock (_writing)
        {
            foreach (var (id, facts) in items) _facts[Row(id)] = facts;
        }
    }

    // Under the lock. What a row holds is in place before its number can be seen.
    int Row(string id)
    {
        if (_rows.TryGetValue(id, out var known)) return known;

        var row = _count;
        if (row == _ids.Length) Grow();
        (_ids[row], _facts[row]) = (id, ItemFacts.Unknown);
        Volatile.Write(ref _count, row + 1);
        _rows[id] = row;
        return row;
    }

    // Readers keep the array they have: it lacks only rows that they do not know of.
    void Grow()
    {
        var (ids, facts) = (_ids, _facts);
        Array.Resize(ref ids, 2 * ids.Length);
        Array.Resize(ref facts, 2 * facts.Length);
        Volatile.Write(ref _ids, ids);
        Volatile.Write(ref _facts, facts);
    }
}
