namespace Recommender.Core.Interactions;

/// <summary>What counts as one thing bought: the item itself, or a group that it belongs to.</summary>
public enum Level
{
    Item,
    Category,
    Family,
    Brand,
}
