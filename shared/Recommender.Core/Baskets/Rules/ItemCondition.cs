namespace Recommender.Core.Baskets.Rules;

/// <summary>What one side of a rule must and must not hold; empty lists ask for nothing.</summary>
public sealed record ItemCondition
{
    /// <summary>No condition.</summary>
    public static ItemCondition None { get; } = new();

    /// <summary>Items that must all be there.</summary>
    public IReadOnlyList<int> AllOf { get; init; } = [];

    /// <summary>Items of which at least one must be there.</summary>
    public IReadOnlyList<int> AnyOf { get; init; } = [];

    /// <summary>Items of which none may be there.</summary>
    public IReadOnlyList<int> NoneOf { get; init; } = [];

    /// <summary>Whether these items, ascending, fulfil it.</summary>
    public bool Holds(ReadOnlySpan<int> items)
    {
        foreach (var item in AllOf)
        {
            if (items.BinarySearch(item) < 0) return false;
        }
        foreach (var item in NoneOf)
        {
            if (items.BinarySearch(item) >= 0) return false;
        }
        return AnyOf.Count == 0 || HoldsAny(items);
    }

    bool HoldsAny(ReadOnlySpan<int> items)
    {
        foreach (var item in AnyOf)
        {
            if (items.BinarySearch(item) >= 0) return true;
        }
        return false;
    }
}
