using Recommender.Worker.Api;
using Recommender.Worker.Problems;

namespace Recommender.Worker.CrossSell;

/// <summary>One entry of inline data, while it is read: a line of an order, or an order with its items.</summary>
sealed class InlineRow(NumberedNames orders, NumberedNames items)
{
    const int MostItems = 100_000;
    const double HighestQuantity = 1e12;

    readonly List<int> _several = [];
    int _order = -1;
    int _item = -1;
    bool _isWhole;
    double _quantity = 1;

    public static BodyShape<InlineRow> Shape { get; } = new(
    [
        new("order_id", Schema.Id("The order or receipt."), (ref BodyReader body, InlineRow row) => row._order = Number(ref body, row.Orders)),
        new("item_id", Schema.Id("The item of a line."), (ref BodyReader body, InlineRow row) => row._item = Number(ref body, row.Items), "product_id"),
        new("items", Schema.List("The items of a whole basket.", Schema.Id(), MostItems), ReadItems),
        new("customer_id", Schema.Id("Who bought."), (ref BodyReader body, InlineRow row) => body.Id(), "user_id"),
        new("quantity", Schema.Number("Units; a line of none or less is a return and does not count.", -HighestQuantity, HighestQuantity, 1), (ref BodyReader body, InlineRow row) => row._quantity = body.Number(-HighestQuantity, HighestQuantity)),
        new("purchased_at", Schema.Moment("When."), (ref BodyReader body, InlineRow row) => body.Moment()),
    ]) { Required = ["order_id"] };

    NumberedNames Orders => orders;

    NumberedNames Items => items;

    /// <summary>Makes room for the next one.</summary>
    public InlineRow Cleared()
    {
        _several.Clear();
        (_order, _item, _isWhole, _quantity) = (-1, -1, false, 1);
        return this;
    }

    /// <summary>Adds its lines, once it is read.</summary>
    public void AddTo(InlineBaskets baskets)
    {
        if (_order < 0) throw Missing("order_id", "order");
        if (_item < 0 && !_isWhole) throw Missing("item_id", "line");
        if (_item >= 0 && _isWhole) throw Suggestions.ScoredRequest.Exclusive("data.items", "item_id");

        foreach (var item in _several) baskets.Add(_order, item);
        if (_item >= 0 && _quantity > 0) baskets.Add(_order, _item);
    }

    static ProblemException Missing(string field, string words) => Suggestions.ScoredRequest.Missing($"data.{field}", words);

    static void ReadItems(ref BodyReader body, InlineRow row)
    {
        row._isWhole = true;
        foreach (var id in body.Ids(MostItems)) row._several.Add(row.Items.NumberOf(id));
    }

    static int Number(ref BodyReader body, NumberedNames names)
    {
        Span<char> letters = stackalloc char[BodyReader.LongestId];
        return names.NumberOf(letters[..body.CopyId(letters)]);
    }
}
