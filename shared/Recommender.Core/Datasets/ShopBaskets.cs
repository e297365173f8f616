namespace Recommender.Core.Datasets;

/// <summary>
/// Every basket of a shop: those of a customer stand together in time order, the anonymous ones at the end. A basket lists each item once.
/// Four bytes a line and twelve a basket: everything else a trainer needs is derived from it.
/// </summary>
public sealed class ShopBaskets
{
    /// <summary>Minutes in a day: times are whole minutes since 1970, UTC.</summary>
    public const int MinutesPerDay = 1440;

    /// <summary>Customers, including those without a basket.</summary>
    public int Customers => CustomerStarts.Length - 1;

    /// <summary>How many baskets, the anonymous ones too.</summary>
    public int Count => Starts.Length - 1;

    /// <summary>Items that can stand in a basket.</summary>
    public required int ItemCount { get; init; }

    /// <summary>Baskets of customer c: <c>CustomerStarts[c]..CustomerStarts[c + 1]</c>; what follows the last is anonymous.</summary>
    public required ReadOnlyMemory<int> CustomerStarts { get; init; }

    /// <summary>When each basket was bought, in minutes since 1970; all zero when the data has no times.</summary>
    public required ReadOnlyMemory<int> Times { get; init; }

    /// <summary>Lines of basket b: <c>Starts[b]..Starts[b + 1]</c>.</summary>
    public required ReadOnlyMemory<int> Starts { get; init; }

    /// <summary>The items of all lines, ascending inside a basket.</summary>
    public required ReadOnlyMemory<int> Items { get; init; }

    /// <summary>Units of each line; empty when they were not asked for.</summary>
    public ReadOnlyMemory<float> Quantities { get; init; }

    /// <summary>Money of each line; empty when it was not asked for.</summary>
    public ReadOnlyMemory<float> Amounts { get; init; }

    /// <summary>Baskets whose customer is known; those from here on are anonymous.</summary>
    public int Named => CustomerStarts.Span[^1];

    /// <summary>What a customer bought, in time order.</summary>
    public History Of(int customer) => new(this, CustomerStarts.Span[customer], CustomerStarts.Span[customer + 1]);

    /// <summary>The items of one basket.</summary>
    public ReadOnlySpan<int> ItemsOf(int basket)
    {
        var starts = Starts.Span;
        return Items.Span[starts[basket]..starts[basket + 1]];
    }

    /// <summary>A moment in minutes since 1970.</summary>
    public static int MinuteOf(DateTime time) => (int)((time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMinute);
}
