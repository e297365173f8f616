namespace Recommender.Engine.Filters.Attributes;

/// <summary>Something that a filter may ask of an item.</summary>
abstract class ItemAttribute(string name)
{
    public string Name => name;

    /// <summary>Whether it changes as time goes on.</summary>
    public virtual bool UsesTime => false;

    /// <summary>Whether an item has it.</summary>
    public abstract bool Has(int row, FilterContext context);

    /// <summary>The value as the language writes it; null where an item has none.</summary>
    public abstract string? Show(int row, FilterContext context);
}
