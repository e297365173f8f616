namespace Recommender.Engine.Filters.Conditions;

/// <summary>Lets nothing through: what it would compare with is not known.</summary>
sealed class Never : Condition
{
    public static Never Condition { get; } = new();

    public override bool Meets(int row) => false;
}
