namespace Recommender.Engine.Assortments;

/// <summary>What is known of an item. Immutable: a change puts another in its place.</summary>
public sealed record ItemFacts
{
    /// <summary>Nothing known.</summary>
    public static ItemFacts Unknown { get; } = new();

    /// <summary>What customers read.</summary>
    public string? Name { get; init; }

    /// <summary>Its category.</summary>
    public string? Category { get; init; }

    /// <summary>Its family.</summary>
    public string? Family { get; init; }

    /// <summary>Its brand.</summary>
    public string? Brand { get; init; }

    /// <summary>The price of one unit; NaN where it is unknown.</summary>
    public double Price { get; init; } = double.NaN;

    /// <summary>What one unit costs the shop; NaN where it is unknown.</summary>
    public double Cost { get; init; } = double.NaN;

    /// <summary>Units in stock; NaN where it is unknown, which counts as there.</summary>
    public double Stock { get; init; } = double.NaN;

    /// <summary>The item that it is a variant of.</summary>
    public string? VariantOf { get; init; }

    /// <summary>When it came into the shop, in minutes since 1970; null where it is unknown.</summary>
    public int? Launched { get; init; }

    /// <summary>Whether the shop hides it from recommendations.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether it is no longer sold.</summary>
    public bool IsDiscontinued { get; init; }

    /// <summary>Whether it may be recommended at all: sold, shown, and in stock as far as that is known.</summary>
    public bool IsOffered => !IsHidden && !IsDiscontinued && !(Stock <= 0);
}
