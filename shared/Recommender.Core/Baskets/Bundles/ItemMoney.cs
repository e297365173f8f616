using System.Globalization;
using Recommender.Core.Datasets;

namespace Recommender.Core.Baskets.Bundles;

/// <summary>Prices, costs and stocks of all items; NaN where unknown.</summary>
sealed class ItemMoney
{
    // Money has six decimals; what doubles add to that is noise.
    const int Digits = 6;

    // A discount in percent has two decimals; what is this near to one more is one more.
    const double Steps = 100;
    const double Nearness = 1e-7;

    readonly double[] _prices;
    readonly double[] _costs;
    readonly double[] _stocks;
    readonly double _discount;
    readonly double _floor;

    public ItemMoney(Catalogue facts, int items, BundleOptions options)
    {
        _prices = Column(facts.Prices, items, price => price > 0);
        _costs = Column(facts.Costs, items, cost => cost >= 0);
        _stocks = Column(facts.Stocks, items, _ => true);
        (_discount, _floor) = (options.Discount, options.MinMargin);
    }

    /// <summary>Price less cost of one item at its full price; NaN where unknown.</summary>
    public double Margin(int item) => _prices[item] - _costs[item];

    /// <summary>The offer for a bundle of these parts; null where even the full price leaves less than the floor.</summary>
    public BundleOffer? Offer(ReadOnlySpan<int> parts)
    {
        var (price, cost) = (Sum(_prices, parts), Sum(_costs, parts));
        if (double.IsNaN(price) || double.IsNaN(cost)) return new(Known(price), Known(cost), _discount, IsCut: false);

        // (price (1 - d) - cost) / (price (1 - d)) >= floor  <=>  d <= 1 - cost / (price (1 - floor))
        var largest = 100 * (1 - cost / (price * (1 - _floor / 100)));
        if (_discount <= largest + Nearness) return new(price, cost, _discount, IsCut: false);
        return largest < -Nearness ? null : new(price, cost, Math.Max(0, Math.Floor(largest * Steps + Nearness) / Steps), IsCut: true);
    }

    /// <summary>How many bundles can be made of what is in stock.</summary>
    public BundleStock Stock(ReadOnlySpan<int> parts)
    {
        var (scarcest, unknown) = (-1, 0);
        foreach (var part in parts)
        {
            if (double.IsNaN(_stocks[part])) unknown++;
            else if (scarcest < 0 || _stocks[part] < _stocks[scarcest]) scarcest = part;
        }
        return scarcest < 0 ? new(null, null, unknown) : new((long)Math.Max(0, Math.Floor(_stocks[scarcest])), scarcest, unknown);
    }

    static double? Known(double value) => double.IsNaN(value) ? null : value;

    static double Sum(double[] column, ReadOnlySpan<int> parts)
    {
        var sum = 0.0;
        foreach (var part in parts) sum += column[part];
        return Math.Round(sum, Digits);
    }

    static double[] Column(IReadOnlyList<float> column, int items, Predicate<double> isPossible)
    {
        var known = new double[items];
        for (var item = 0; item < items; item++)
        {
            var number = column.Count > 0 ? AsWritten(column[item]) : double.NaN;
            known[item] = double.IsFinite(number) && isPossible(number) ? number : double.NaN;
        }
        return known;
    }

    // 3.95 in single precision is 3.9500000477 in double.
    static double AsWritten(float number) => Math.Round(double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), Digits);
}
