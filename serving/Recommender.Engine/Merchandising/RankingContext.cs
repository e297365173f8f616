using Recommender.Engine.Filters;

namespace Recommender.Engine.Merchandising;

/// <summary>What a question says of the list that it wants. Items are rows of the assortment.</summary>
public sealed record RankingContext
{
    /// <summary>Where the list is shown.</summary>
    public Surface Surface { get; init; }

    /// <summary>The item that the question is about; -1 for none.</summary>
    public int Anchor { get; init; } = -1;

    /// <summary>The condition of the question; null for none.</summary>
    public Filter? Filter { get; init; }

    /// <summary>Items that the caller does not want.</summary>
    public IReadOnlyCollection<int> Excluded { get; init; } = [];

    /// <summary>Items in the cart.</summary>
    public IReadOnlyCollection<int> Cart { get; init; } = [];

    /// <summary>Items that were bought before and are not to come again.</summary>
    public IReadOnlyCollection<int> Bought { get; init; } = [];

    /// <summary>Whether the version that answers knows an item; null when every source takes care of it.</summary>
    public Func<int, bool>? IsKnown { get; init; }

    /// <summary>How many times an item was shown to the customer and ignored; null where nobody counts.</summary>
    public Func<int, int>? Shown { get; init; }

    /// <summary>How much an item is gaining, 0 to 1; null takes the attribute <c>trend</c>.</summary>
    public Func<int, double>? Trend { get; init; }

    /// <summary>How alike two items are, 0 to 1; null goes by category and brand.</summary>
    public Func<int, int, float>? Likeness { get; init; }

    /// <summary>
    /// What tells this question from others of the visit: the visit, the version that answers, what is asked and how many. Under the same
    /// words the same list comes again, but for items that may no longer come. Null remembers nothing.
    /// </summary>
    public string? Visit { get; init; }
}
