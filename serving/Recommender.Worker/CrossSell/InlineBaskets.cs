using System.Text.Json.Nodes;
using Recommender.Core.Baskets;
using Recommender.Core.Datasets;
using Recommender.Worker.Api;

namespace Recommender.Worker.CrossSell;

/// <summary>
/// Baskets that come in the body itself, as rows <c>{order_id, item_id}</c> or as whole baskets <c>{order_id, items}</c>. Lines of one order
/// are one basket wherever they stand; an item counts once in it.
/// </summary>
sealed class InlineBaskets
{
    /// <summary>The most rows or baskets.</summary>
    public const int MostRows = 1_000_000;

    readonly NumberedNames _orders = new();
    readonly NumberedNames _items = new();
    readonly List<long> _lines = [];   // order << 32 | item

    public static Field<PairRequest> Field { get; } = new("data",
        Schema.List("The baskets themselves: rows `{order_id, item_id}`, with `customer_id`, `quantity` and `purchased_at` where they are at hand, or whole baskets `{order_id, items}`.", RowSchema(), MostRows),
        (ref BodyReader body, PairRequest request) => request.Data = Read(ref body));

    /// <summary>How many baskets.</summary>
    public int Count => _orders.Count;

    static InlineBaskets Read(ref BodyReader body)
    {
        var (baskets, row) = (new InlineBaskets(), default(InlineRow));
        body.Objects(InlineRow.Shape, MostRows, () =>
        {
            row?.AddTo(baskets);
            return row = row?.Cleared() ?? new InlineRow(baskets._orders, baskets._items);
        });
        row?.AddTo(baskets);
        return baskets;
    }

    /// <summary>Adds a line.</summary>
    public void Add(int order, int item) => _lines.Add((long)order << 32 | (uint)item);

    /// <summary>The baskets as they are mined.</summary>
    public BasketSet Build()
    {
        _lines.Sort();
        var (rows, order, last) = (new SparseRowsBuilder(hasValues: false), 0, -1L);
        foreach (var line in _lines)
        {
            for (; order < (int)(line >> 32); order++) rows.EndRow();
            if (line != last) rows.Add((int)(uint)line, 1);
            last = line;
        }
        for (; order < _orders.Count; order++) rows.EndRow();
        return new() { Lines = rows.Build(_items.Count), Items = _items.Build() };
    }

    static JsonObject RowSchema() => InlineRow.Shape.Schema();
}
