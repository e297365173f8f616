namespace Recommender.Core.Datasets;

/// <summary>
/// Builds <see cref="ShopBaskets"/> in two passes without a row object: first every basket with its number of lines, by customer and time,
/// anonymous ones last; then the lines in any order.
/// </summary>
public sealed class BasketsBuilder
{
    readonly int _customers;
    readonly int _items;
    readonly int[] _customerStarts;
    readonly List<int> _times;
    readonly List<int> _starts;
    BasketLines? _lines;
    int _last;

    /// <summary>For baskets of so many customers and items; <paramref name="baskets"/> is how many are expected.</summary>
    public BasketsBuilder(int customers, int items, int baskets = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(customers);
        ArgumentOutOfRangeException.ThrowIfNegative(items);
        (_customers, _items) = (customers, items);
        _customerStarts = new int[customers + 1];
        (_times, _starts) = (new(baskets), new(baskets + 1) { 0 });
    }

    /// <summary>No customers and no baskets.</summary>
    public static ShopBaskets Nothing { get; } = new BasketsBuilder(0, 0).Build();

    /// <summary>Baskets so far: the number that the next one gets.</summary>
    public int Count => _times.Count;

    /// <summary>Lines announced so far.</summary>
    public int Lines => _starts[^1];

    /// <summary>
    /// Announces the next basket: customers in ascending order, each one's baskets in time order, then those of nobody (customer -1).
    /// </summary>
    public void AddBasket(int customer, int time, int lines)
    {
        var at = customer < 0 ? _customers : customer;
        if (at > _customers || at < _last) throw new ArgumentOutOfRangeException(nameof(customer), customer, $"Customers must ascend; the last was {_last} of {_customers}.");
        for (; _last < at; _last++) _customerStarts[_last + 1] = Count;
        if (at < _customers && Count > _customerStarts[at] && time < _times[^1]) throw new ArgumentOutOfRangeException(nameof(time), time, $"Baskets of a customer must be in time order; the last was at {_times[^1]}.");

        _times.Add(time);
        _starts.Add(checked(Lines + lines));
    }

    /// <summary>Places a line; <paramref name="quantity"/> and <paramref name="amount"/> are kept when the first line was given them.</summary>
    public void AddLine(int basket, int item, float? quantity = null, float? amount = null)
    {
        if ((uint)item >= (uint)_items) throw new ArgumentOutOfRangeException(nameof(item), item, $"There are {_items} items.");
        _lines ??= new(_starts, quantity is not null, amount is not null);
        _lines.Add(basket, item, Weight(quantity), Weight(amount));
    }

    /// <summary>The baskets; every announced line must have been placed.</summary>
    public ShopBaskets Build()
    {
        for (; _last < _customers; _last++) _customerStarts[_last + 1] = Count;
        _lines ??= new(_starts, hasQuantities: false, hasAmounts: false);
        _lines.Complete();
        return new()
        {
            ItemCount = _items,
            CustomerStarts = _customerStarts,
            Times = _times.ToArray(),
            Starts = _lines.Starts,
            Items = _lines.Items,
            Quantities = _lines.Quantities,
            Amounts = _lines.Amounts,
        };
    }

    /// <summary>Small data given as purchases in any order: those of one customer and order key are a basket.</summary>
    public static ShopBaskets From(int customers, int items, IEnumerable<Purchase> purchases)
    {
        var builder = new BasketsBuilder(customers, items);
        var baskets = purchases
            .GroupBy(purchase => (purchase.Customer, purchase.Order))
            .Select(group => (group.Key.Customer, Time: group.Min(purchase => purchase.Time), group.Key.Order, Lines: group.ToArray()))
            .OrderBy(basket => basket.Customer < 0 ? int.MaxValue : basket.Customer).ThenBy(basket => basket.Time).ThenBy(basket => basket.Order)
            .ToArray();
        foreach (var basket in baskets) builder.AddBasket(basket.Customer, basket.Time, basket.Lines.Length);
        for (var basket = 0; basket < baskets.Length; basket++)
        {
            foreach (var line in baskets[basket].Lines) builder.AddLine(basket, line.Item, line.Quantity, line.Amount);
        }
        return builder.Build();
    }

    // Weights of lines are finite and not negative from here on; what a model is trained on never has to ask again.
    static float Weight(float? value) => value is null ? 0
        : float.IsFinite(value.Value) && value.Value >= 0 ? value.Value
        : throw new UserErrorException($"A purchase line has the quantity or amount {value}; it must be a finite number of 0 or more. Correct the line or import the data again.");
}
