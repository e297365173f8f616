namespace Recommender.Storage.Generation.Beauty;

/// <summary>The planted segments of the beauty shop, as far apart in the seven features as those of a real but clean shop.</summary>
static class BeautySegments
{
    public static readonly BeautySegment[] All =
    [
        new("Champions", 0.12)
        {
            What = "buy large baskets about every 18 days since the beginning, and still do",
            Start = (725, 620), Interval = 18, BasketLines = 4, Tier = "Gold",
        },
        new("Loyal", 0.25)
        {
            What = "buy about every 45 days since the beginning, and still do",
            Start = (725, 560), Interval = 45, BasketLines = 2, Tier = "Silver",
        },
        new("New", 0.20)
        {
            What = "came within the last 100 days and buy about every 18 days",
            Start = (100, 25), Interval = 18, BasketLines = 1.7,
        },
        new("At risk", 0.20)
        {
            What = "bought about every 40 days for more than a year, then stopped 8 to 11 months before the end",
            Start = (725, 620), Stop = (330, 240), Interval = 40, BasketLines = 2, Tier = "Silver",
        },
        new("One-time", 0.23)
        {
            What = "bought once, 13 to 23 months before the end, and never came back",
            Start = (690, 400), MostOrders = 1, BasketLines = 1.4,
        },
    ];

    public static readonly AliasTable Shares = new([.. All.Select(segment => segment.Share)]);
}
