using Recommender.Engine.Assortments.Columns;

namespace Recommender.Engine.Filters.Attributes;

/// <summary>The share of the price that the shop keeps: (price - cost) / price. Nothing where the price is 0.</summary>
sealed class Margin(NumberColumn prices, NumberColumn costs) : NumberAttribute(AttributeName)
{
    public const string AttributeName = "margin";

    public override double Of(int row, FilterContext context) => Of(prices.Of(row), costs.Of(row));

    public static double Of(double price, double cost) => price > 0 ? (price - cost) / price : double.NaN;
}
