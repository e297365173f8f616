namespace Recommender.Storage.Generation.Beauty;

/// <summary>The planted segments of the beauty shop, as far apart in the seven features as those of a real but clean shop.</summary>
static class BeautySegments
{
    public static readonly BeautySegment[] All =
    [
        new("Champions", 0.14)
        {
            What = "fill large baskets about every 13 days since the beginning, and still do",
            Start = (725, 640), Interval = 13, BasketLines = 5.5, Tier = "Gold",
        },
        new("Loyal", 0.24)
        {
            What = "buy a little about every 60 days since the beginning, and still do",
            Start = (725, 600), Interval = 60, BasketLines = 2, Tier = "Silver",
        },
        new("New", 0.20)
        {
            What = "came within the last 90 days and buy about every 15 days",
            Start = (90, 40), Interval = 15, BasketLines = 2,
        },
        new("At risk", 0.20)
        {
            What = "bought about every 25 days for a year, then stopped 10 to 13 months before the end",
            Start = (725, 640), Stop = (400, 320), Interval = 25, BasketLines = 3, Tier = "Silver",
        },
        new("One-time", 0.22)
        {
            What = "bought once, 15 to 23 months before the end, and never came back",
            Start = (690, 480), MostOrders = 1, BasketLines = 4,
        },
    ];

    public static readonly AliasTable Shares = new([.. All.Select(segment => segment.Share)]);
}
