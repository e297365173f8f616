using System.Text;
using Recommender.Storage.Datasets;
using Recommender.Storage.Sources;
using Recommender.Storage.Sources.Mapping;

namespace Recommender.Storage.Baskets;

/// <summary>Reads a basket a record; a record without any item is none.</summary>
sealed class BasketLists(string path, RecordReader records, CancellationToken cancellationToken)
{
    const int MostColumns = 100;

    readonly NameTable _names = new();
    readonly GrowingColumn<int> _items = new();
    readonly List<int> _starts = [0];

    public (PlacedItems Baskets, NameTable Names) Read()
    {
        while (records.Read())
        {
            if (_starts.Count % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            if (records.Fault is { } fault) throw BasketFile.Wrong(path, records.Line, $"cannot be read: {fault.Reason}. Mend it: {fault.Cure}.");

            if (_starts.Count == 1) MustBeBasket();
            Add();
        }
        return (new([.. _starts], _items.ToArray()), _names);
    }

    void Add()
    {
        for (var field = 0; field < records.FieldCount; field++)
        {
            var name = records.Field(field).Trim(" \t"u8);
            if (!name.IsEmpty) _items.Add(_names.NumberOf(name));
        }
        if (_items.Count > _starts[^1]) _starts.Add(_items.Count);
    }

    // The heading of a table, read as a basket, would make baskets of order and item out of all its lines.
    void MustBeBasket()
    {
        if (records.FieldCount is < 2 or > MostColumns) return;

        var names = Enumerable.Range(0, records.FieldCount).Select(field => Encoding.UTF8.GetString(records.Field(field)).Trim()).ToArray();
        if (Find("order_id") is { } order && Find("item_id") is { } item && order != item)
            throw BasketFile.Wrong(path, records.Line, $"looks like the heading of a table with orders in '{order}' and items in '{item}'. Give --order-column \"{order}\" --item-column \"{item}\"; if it is a basket, put another one before it.");

        string? Find(string column) => Array.Find(names, name => Array.Exists(CanonicalColumns.Purchases[column], known => ColumnInference.Plain(known) == ColumnInference.Plain(name)));
    }
}
