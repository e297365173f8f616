using Recommender.Engine.Assortments.Columns;

namespace Recommender.Engine.Filters.Attributes;

/// <summary>Days since an item came into the shop, with their fraction.</summary>
sealed class AgeDays(TimeColumn launches) : NumberAttribute(AttributeName)
{
    public const string AttributeName = "age_days";

    const double MinutesPerDay = 1440;

    public override bool UsesTime => true;

    public override double Of(int row, FilterContext context) =>
        launches.Of(row) is var launched && launched == TimeColumn.Unknown ? double.NaN : ((double)context.Now - launched) / MinutesPerDay;
}
