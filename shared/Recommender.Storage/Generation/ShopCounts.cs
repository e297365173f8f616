namespace Recommender.Storage.Generation;

/// <summary>What was written, counted exactly; blocks add up to the shop. Money in cents.</summary>
sealed class ShopCounts
{
    public long Lines { get; set; }
    public long SaleLines { get; set; }
    public long SaleCents { get; set; }
    public long Orders { get; set; }
    public long Customers { get; set; }

    public long ReturnLines { get; set; }
    public long ReturnCents { get; set; }
    public long CreditOrders { get; set; }
    public long AnonymousOrders { get; set; }
    public long AnonymousLines { get; set; }
    public long PostageLines { get; set; }
    public long PostageCents { get; set; }
    public long DuplicateLines { get; set; }
    public long DuplicateCents { get; set; }
    public long BulkLines { get; set; }
    public long BulkCents { get; set; }

    /// <summary>Customers per segment, or declines per kind.</summary>
    public long[] Planted { get; } = new long[16];

    /// <summary>Baskets with A, with B and with both, for every planted pair and then every pair of families.</summary>
    public long[] Pairs { get; } = new long[3 * 32];

    public void Clear() => Combine((_, _) => 0, this);

    public void Add(ShopCounts other) => Combine((mine, theirs) => mine + theirs, other);

    void Combine(Func<long, long, long> rule, ShopCounts other)
    {
        (Lines, SaleLines, SaleCents) = (rule(Lines, other.Lines), rule(SaleLines, other.SaleLines), rule(SaleCents, other.SaleCents));
        (Orders, Customers) = (rule(Orders, other.Orders), rule(Customers, other.Customers));
        (ReturnLines, ReturnCents) = (rule(ReturnLines, other.ReturnLines), rule(ReturnCents, other.ReturnCents));
        (CreditOrders, AnonymousOrders) = (rule(CreditOrders, other.CreditOrders), rule(AnonymousOrders, other.AnonymousOrders));
        AnonymousLines = rule(AnonymousLines, other.AnonymousLines);
        (PostageLines, PostageCents) = (rule(PostageLines, other.PostageLines), rule(PostageCents, other.PostageCents));
        (DuplicateLines, DuplicateCents) = (rule(DuplicateLines, other.DuplicateLines), rule(DuplicateCents, other.DuplicateCents));
        (BulkLines, BulkCents) = (rule(BulkLines, other.BulkLines), rule(BulkCents, other.BulkCents));
        for (var i = 0; i < Planted.Length; i++) Planted[i] = rule(Planted[i], other.Planted[i]);
        for (var i = 0; i < Pairs.Length; i++) Pairs[i] = rule(Pairs[i], other.Pairs[i]);
    }
}
