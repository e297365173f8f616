namespace Recommender.Storage.Generation.Beauty;

/// <summary>How the customers of one planted segment behave. Days count back from the end of the history.</summary>
sealed record BeautySegment(string Name, double Share)
{
    public required string What { get; init; }

    /// <summary>The first order lies between these two.</summary>
    public required (int Oldest, int Newest) Start { get; init; }

    /// <summary>The last order lies no later than somewhere between these two; none for customers who go on.</summary>
    public (int Oldest, int Newest)? Stop { get; init; }

    /// <summary>Days between two orders, on average; each customer has a pace of his own around it.</summary>
    public double Interval { get; init; } = 30;

    /// <summary>Lines of an order besides those of the planted pairs, on average.</summary>
    public double BasketLines { get; init; } = 2;

    public int MostOrders { get; init; } = int.MaxValue;

    /// <summary>The loyalty tier most of them hold.</summary>
    public string Tier { get; init; } = "Basic";
}
