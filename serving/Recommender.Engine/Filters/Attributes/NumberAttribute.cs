using System.Globalization;

namespace Recommender.Engine.Filters.Attributes;

abstract class NumberAttribute(string name) : ItemAttribute(name)
{
    /// <summary>The number of an item, or NaN.</summary>
    public abstract double Of(int row, FilterContext context);

    public override bool Has(int row, FilterContext context) => !double.IsNaN(Of(row, context));

    public override string? Show(int row, FilterContext context) =>
        Has(row, context) ? Of(row, context).ToString("R", CultureInfo.InvariantCulture) : null;
}
