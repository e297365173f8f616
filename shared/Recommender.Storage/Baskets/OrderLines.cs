using Recommender.Core;
using Recommender.Storage.Datasets;
using Recommender.Storage.Sources;

namespace Recommender.Storage.Baskets;

/// <summary>Reads an item of an order a record, in any order; baskets stand in the order in which their orders first appear.</summary>
sealed class OrderLines(string path, RecordReader records, CancellationToken cancellationToken)
{
    readonly NameTable _orders = new();
    readonly NameTable _names = new();
    readonly GrowingColumn<int> _order = new();
    readonly GrowingColumn<int> _item = new();

    public (PlacedItems Baskets, NameTable Names) Read(BasketFileOptions options)
    {
        var (order, item) = (Find(options.OrderColumn!, "order"), Find(options.ItemColumn!, "item"));
        while (records.Read())
        {
            if (_order.Count % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            if (records.Fault is { } fault) throw BasketFile.Wrong(path, records.Line, $"cannot be read: {fault.Reason}. Mend it: {fault.Cure}.");
            if (records.FieldCount != records.Columns.Count)
                throw BasketFile.Wrong(path, records.Line, $"has {records.FieldCount} fields where the heading has {records.Columns.Count}. Correct the line, or name the separator.");

            _order.Add(_orders.NumberOf(Name(order)));
            _item.Add(_names.NumberOf(Name(item)));
        }
        return (Placed(), _names);
    }

    int Find(string name, string role)
    {
        foreach (var comparison in (ReadOnlySpan<StringComparison>)[StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase])
        {
            for (var column = 0; column < records.Columns.Count; column++)
            {
                if (records.Columns[column].Equals(name.Trim(), comparison)) return column;
            }
        }
        throw new UserErrorException($"{path} has no column '{name}' of {role}s. Its columns are {string.Join(", ", records.Columns)}.{Suggestion.For(name, records.Columns)} Give --{role}-column one of these names.");
    }

    ReadOnlySpan<byte> Name(int column) => records.Field(column).Trim(" \t"u8) is { IsEmpty: false } name ? name
        : throw BasketFile.Wrong(path, records.Line, $"has nothing in the column '{records.Columns[column]}'. Fill it in, or take the line away.");

    // One pass counts, one places.
    PlacedItems Placed()
    {
        var (starts, items) = (new int[_orders.Count + 1], new int[_item.Count]);
        for (var line = 0; line < items.Length; line++) starts[_order[line] + 1]++;
        for (var order = 0; order < _orders.Count; order++) starts[order + 1] += starts[order];
        var next = starts.AsSpan(0, _orders.Count).ToArray();
        for (var line = 0; line < items.Length; line++)
        {
            if (line % 65536 == 0) cancellationToken.ThrowIfCancellationRequested();
            items[next[_order[line]]++] = _item[line];
        }
        return new(starts, items);
    }
}
