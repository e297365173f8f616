using Recommender.Engine.Assortments.Columns;

namespace Recommender.Engine.Filters.Conditions;

/// <summary>Whether a flag is set, or is not.</summary>
sealed class FlagSet(FlagColumn column, bool wanted) : Condition
{
    public override bool Meets(int row) => column.Of(row) == wanted;
}
