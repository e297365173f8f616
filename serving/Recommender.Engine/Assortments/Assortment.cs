using System.Collections.Concurrent;
using Recommender.Core.Datasets;

namespace Recommender.Engine.Assortments;

/// <summary>
/// The items of a shop as they are at this moment: a row for each id ever named, whatever model or feed named it. Rows are never given
/// away again, so a model keeps them beside its own item numbers. What is known comes from the catalogues of snapshots and from the shop's
/// feed; what the feed has said stays when another snapshot comes. One writer at a time; readers take no lock and see each change at once.
/// </summary>
public sealed class Assortment
{
    const int BytesPerId = 104;   // the entry of the dictionary, and an id of ten letters

    readonly ConcurrentDictionary<string, int> _rows = new(StringComparer.Ordinal);
    readonly Lock _writing = new();
    readonly ItemColumns _columns = new();
    string[] _ids = new string[1024];
    bool[] _barred = new bool[1024];
    int _count;

    /// <summary>How many rows there are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Bytes in memory, nearly: ids as of ten letters, names not counted.</summary>
    public long Bytes => _columns.Bytes + (_ids.Length * (long)(IntPtr.Size + 1)) + (Count * (long)BytesPerId);

    /// <summary>The attributes of items that have a value somewhere, by name.</summary>
    public IEnumerable<string> Attributes => _columns.Known;

    internal ItemColumns Columns => _columns;

    /// <summary>The row of an item, or -1.</summary>
    public int Find(string id) => _rows.TryGetValue(id, out var row) ? row : -1;

    /// <summary>The id of a row.</summary>
    public string IdOf(int row) => Volatile.Read(ref _ids)[row];

    /// <summary>Whether a row's item may be recommended at this moment: sold, shown, and in stock as far as that is known.</summary>
    public bool IsOffered(int row) => !Volatile.Read(ref _barred)[row];

    /// <summary>A small number that the items of a category share; 0 where the category is unknown.</summary>
    public int CategoryOf(int row) => _columns.Category.Code(row);

    /// <summary>A small number that the items of a family share; 0 where the family is unknown.</summary>
    public int FamilyOf(int row) => _columns.Family.Code(row);

    /// <summary>A small number that the items of a brand share; 0 where the brand is unknown.</summary>
    public int BrandOf(int row) => _columns.Brand.Code(row);

    /// <summary>What is known of a row's item now; made at each call.</summary>
    public ItemFacts Facts(int row) => _columns.Facts(row);

    /// <summary>The value of an attribute of a row; null where it has none.</summary>
    public AttributeValue? Value(int row, string attribute) => _columns.Find(attribute)?.Get(row);

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

    /// <summary>
    /// Takes what a snapshot knows of its items in place of what earlier snapshots knew, except where the feed has spoken. Columns that the
    /// catalogue does not have, and items that it does not name, stay as they are.
    /// </summary>
    /// <returns>The rows of the items.</returns>
    public int[] Refresh(Vocabulary items, Catalogue catalogue)
    {
        var rows = Rows(items);
        lock (_writing)
        {
            for (var item = 0; item < rows.Length; item++)
            {
                _columns.Refresh(rows[item], catalogue, item);
                Offer(rows[item]);
            }
        }
        return rows;
    }

    /// <summary>Sets what a snapshot knows of items, except where the feed has spoken; an item without a row gets one.</summary>
    public void Set(IEnumerable<KeyValuePair<string, ItemFacts>> items)
    {
        lock (_writing)
        {
            foreach (var (id, facts) in items)
            {
                var row = Row(id);
                _columns.Refresh(row, facts);
                Offer(row);
            }
        }
    }

    /// <summary>
    /// Takes changes of the shop's feed: all of them, or none when one is wrong. Each item changes at once for every later question.
    /// </summary>
    /// <exception cref="ItemChangeException">A change is wrong; none was taken.</exception>
    public void Apply(IReadOnlyList<ItemChange> changes)
    {
        lock (_writing)
        {
            ChangeCheck.Check(changes, _columns);
            foreach (var change in changes)
            {
                var row = Row(change.Item);
                foreach (var (field, value) in change.Fields) _columns.Feed(row, field, value);
                Offer(row);
            }
        }
    }

    void Offer(int row) => Volatile.Write(ref _barred[row], !_columns.IsOffered(row));

    // Under the lock. What a row holds is in place before its number can be seen.
    int Row(string id)
    {
        if (_rows.TryGetValue(id, out var known)) return known;

        var row = _count;
        if (row == _ids.Length) Grow();
        _ids[row] = id;
        _rows[id] = row;
        Volatile.Write(ref _count, row + 1);
        return row;
    }

    // Readers keep the array they have: it lacks only rows that they do not know of.
    void Grow()
    {
        var (ids, barred) = (_ids, _barred);
        Array.Resize(ref ids, 2 * ids.Length);
        Array.Resize(ref barred, 2 * barred.Length);
        Volatile.Write(ref _ids, ids);
        Volatile.Write(ref _barred, barred);
    }
}
