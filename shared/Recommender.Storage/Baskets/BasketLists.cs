using Recommender.Storage.Datasets;
using Recommender.Storage.Sources;

namespace Recommender.Storage.Baskets;

/// <summary>Reads a basket a record; a record without any item is none.</summary>
sealed class BasketLists(string path, RecordReader records, CancellationToken cancellationToken)
{
    readonly NameTable _names = new();
    readonly GrowingColumn<int> _items = new();
    readonly List<int> _starts = [0];

    public (PlacedItems Baskets, NameTable Names) Read()
    {
        while (records.Read())
        {
            if (_starts.Count % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            if (records.Fault is { } fault) throw BasketFile.Wrong(path, records.Line, $"cannot be read: {fault.Reason}. Mend it: {fault.Cure}.");

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
}
