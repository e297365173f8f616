namespace Recommender.Engine.Filters.Conditions;

sealed class AnyOf(Condition[] parts) : Condition
{
    public override bool Meets(int row)
    {
        foreach (var part in parts)
        {
            if (part.Meets(row)) return true;
        }
        return false;
    }
}
