using Recommender.Engine.Assortments.Columns;

namespace Recommender.Engine.Filters.Conditions;

/// <summary>Whether a shared text is among others, or is known and is not.</summary>
sealed class WordIn(TextColumn column, WordSet texts, bool wanted) : Condition
{
    public override bool Meets(int row)
    {
        var code = column.Code(row);
        return code != 0 && texts.Has(code) == wanted;
    }
}
