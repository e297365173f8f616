namespace Recommender.Engine.Filters;

/// <summary>What a filter speaks of beside the item.</summary>
/// <param name="Anchor">The row of the item that the question is about; -1 where there is none.</param>
/// <param name="Now">The time, in minutes since 1970.</param>
public readonly record struct FilterContext(int Anchor, int Now)
{
    /// <summary>A question about no item, at a time.</summary>
    public static FilterContext At(DateTimeOffset time, int anchor = -1) => new(anchor, (int)(time - DateTimeOffset.UnixEpoch).TotalMinutes);
}
