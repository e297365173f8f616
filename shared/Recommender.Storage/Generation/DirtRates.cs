namespace Recommender.Storage.Generation;

/// <summary>How often an order or a line is dirty. A sale line has one fate at most: bulk, duplicate or return.</summary>
sealed record DirtRates
{
    /// <summary>Share of the sale lines that come back whole, 3 to 21 days later, on a credit order 'C...'.</summary>
    public double Returns { get; init; }

    /// <summary>Share of the orders whose customer is not known; nothing of them comes back.</summary>
    public double Anonymous { get; init; }

    /// <summary>Share of the orders that carry a postage line.</summary>
    public double Postage { get; init; }

    /// <summary>Share of the sale lines that stand in the file twice.</summary>
    public double Duplicates { get; init; }

    /// <summary>Share of the sale lines that are one-time bulk purchases.</summary>
    public double Bulk { get; init; }

    public static DirtRates None { get; } = new();
}
