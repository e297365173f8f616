namespace Recommender.Engine.Filters.Conditions;

sealed class AllOf(Condition[] parts) : Condition
{
    public override bool Meets(int row)
    {
        foreach (var part in parts)
        {
            if (!part.Meets(row)) return false;
        }
        return true;
    }
}
