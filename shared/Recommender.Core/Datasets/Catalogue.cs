namespace Recommender.Core.Datasets;

/// <summary>What is known of the items, column by column, each as long as the vocabulary of items or empty.</summary>
public sealed record Catalogue
{
    /// <summary>Nothing known.</summary>
    public static Catalogue Empty { get; } = new();

    /// <summary>What customers read.</summary>
    public IReadOnlyList<string?> Names { get; init; } = [];

    /// <summary>The category of each item.</summary>
    public IReadOnlyList<string?> Categories { get; init; } = [];

    /// <summary>The family of each item.</summary>
    public IReadOnlyList<string?> Families { get; init; } = [];

    /// <summary>The brand of each item.</summary>
    public IReadOnlyList<string?> Brands { get; init; } = [];

    /// <summary>The price of one unit; NaN where it is unknown.</summary>
    public IReadOnlyList<float> Prices { get; init; } = [];

    /// <summary>What one unit costs the shop; NaN where it is unknown.</summary>
    public IReadOnlyList<float> Costs { get; init; } = [];

    /// <summary>Units in stock; NaN where it is unknown.</summary>
    public IReadOnlyList<float> Stocks { get; init; } = [];

    /// <summary>The id of the item that each is a variant of; null for one that is none.</summary>
    public IReadOnlyList<string?> Variants { get; init; } = [];

    /// <summary>When each item came into the shop, in minutes since 1970; <see cref="int.MinValue"/> where it is unknown.</summary>
    public IReadOnlyList<int> Launches { get; init; } = [];

    /// <summary>The rows of these items, in this order.</summary>
    public Catalogue Select(IReadOnlyList<int> items) => new()
    {
        Names = Rows(Names, items),
        Categories = Rows(Categories, items),
        Families = Rows(Families, items),
        Brands = Rows(Brands, items),
        Prices = Rows(Prices, items),
        Costs = Rows(Costs, items),
        Stocks = Rows(Stocks, items),
        Variants = Rows(Variants, items),
        Launches = Rows(Launches, items),
    };

    static IReadOnlyList<T> Rows<T>(IReadOnlyList<T> column, IReadOnlyList<int> items) => column.Count == 0 ? [] : [.. items.Select(item => column[item])];
}
