namespace Recommender.Storage.Profiles;

/// <summary>Orders, and how customers and items meet in them.</summary>
public sealed record BasketProfile
{
    public long Count { get; init; }
    public long Anonymous { get; init; }
    public long Items { get; init; }
    public long Customers { get; init; }

    /// <summary>Customers with two orders or more.</summary>
    public long RepeatCustomers { get; init; }

    /// <summary>Distinct pairs of customer and item.</summary>
    public long Pairs { get; init; }

    /// <summary>Pairs over customers times items.</summary>
    public double Density { get; init; }

    /// <summary>Distinct items in a basket: the middle one, one in twenty is larger than the second, the largest.</summary>
    public long MedianSize { get; init; }
    public long LargeSize { get; init; }
    public long LargestSize { get; init; }

    public DateTime? From { get; init; }
    public DateTime? To { get; init; }

    /// <summary>Sum of all line totals, exact; null where lines have no money.</summary>
    public decimal? Revenue { get; init; }

    public IReadOnlyList<ValueCount> Sizes { get; init; } = [];

    /// <summary>The items in most baskets, by name where there is one.</summary>
    public IReadOnlyList<ValueCount> TopItems { get; init; } = [];
}
