namespace Recommender.Engine.Filters;

/// <summary>A filter made ready for one question. Asking it allocates nothing, and any number of threads may.</summary>
public abstract class Condition
{
    /// <summary>Whether the item of a row is let through.</summary>
    public abstract bool Meets(int row);
}
