using Recommender.Engine.Assortments.Columns;

namespace Recommender.Engine.Filters.Conditions;

/// <summary>Whether a list holds a text. A list that was never given holds none.</summary>
sealed class ListHas(ListColumn column, WordSet text, bool wanted) : Condition
{
    public override bool Meets(int row)
    {
        foreach (var word in column.Of(row))
        {
            if (text.Has(column.Words.ClassOf(word))) return wanted;
        }
        return !wanted;
    }
}
