namespace Recommender.Storage.Generation.Beauty;

/// <summary>The families of the beauty shop. Those of the planted pairs weigh the same, so that their lifts compare.</summary>
static class BeautyFamilies
{
    static readonly string[] Bottles = ["250 ml", "500 ml", "100 ml Travel", "750 ml Refill"];
    static readonly string[] Jars = ["50 ml", "75 ml", "30 ml"];
    static readonly string[] Flacons = ["30 ml", "50 ml", "100 ml"];
    static readonly string[] Shades = ["Rosewood", "Coral", "Nude", "Cherry", "Plum", "Mocha", "Poppy", "Mauve"];
    static readonly string[] Skins = ["Ivory", "Sand", "Honey", "Almond", "Chestnut", "Espresso"];
    static readonly string[] Protections = ["SPF 30", "SPF 50", "SPF 50+ Kids"];

    public static readonly BeautyFamily[] All =
    [
        new("Hair", "Shampoo", 2) { LowestPrice = 6, HighestPrice = 17, Variants = Bottles },
        new("Hair", "Conditioner", 2) { LowestPrice = 6, HighestPrice = 18, Variants = Bottles },
        new("Face", "Face Cream", 2) { LowestPrice = 9, HighestPrice = 29, Variants = Jars },
        new("Face", "Serum", 2) { LowestPrice = 10, HighestPrice = 32, Variants = Jars, YearlyTrend = 1.15 },
        new("Fragrance", "Perfume", 2) { LowestPrice = 15, HighestPrice = 36, Variants = Flacons, Season = BeautySeason.Gifts },
        new("Body", "Body Lotion", 2) { LowestPrice = 6, HighestPrice = 19, Variants = Bottles },
        new("Hair", "Hair Mask", 3) { LowestPrice = 6, HighestPrice = 19 },
        new("Hair", "Styling Spray", 4) { LowestPrice = 6, HighestPrice = 17 },
        new("Face", "Cleanser", 5) { LowestPrice = 6, HighestPrice = 19, Variants = Bottles },
        new("Face", "Eye Cream", 3) { LowestPrice = 9, HighestPrice = 27 },
        new("Face", "Sheet Mask", 4) { LowestPrice = 3, HighestPrice = 8, YearlyTrend = 0.8 },
        new("Makeup", "Lipstick", 6) { LowestPrice = 6, HighestPrice = 19, Variants = Shades },
        new("Makeup", "Foundation", 4) { LowestPrice = 8, HighestPrice = 25, Variants = Skins },
        new("Makeup", "Mascara", 5) { LowestPrice = 7, HighestPrice = 19 },
        new("Makeup", "Eyeshadow Palette", 3) { LowestPrice = 9, HighestPrice = 27 },
        new("Makeup", "Nail Polish", 5) { LowestPrice = 4, HighestPrice = 11, Variants = Shades, YearlyTrend = 0.85 },
        new("Fragrance", "Gift Set", 2) { LowestPrice = 12, HighestPrice = 34, Season = BeautySeason.Gifts },
        new("Fragrance", "Scented Candle", 2) { LowestPrice = 8, HighestPrice = 22, Season = BeautySeason.Winter, YearlyTrend = 1.2 },
        new("Body", "Shower Gel", 5) { LowestPrice = 4, HighestPrice = 12, Variants = Bottles },
        new("Body", "Hand Cream", 4) { LowestPrice = 4, HighestPrice = 13, Season = BeautySeason.Winter },
        new("Body", "Deodorant", 5) { LowestPrice = 4, HighestPrice = 12 },
        new("Sun", "Sun Cream", 5) { LowestPrice = 8, HighestPrice = 24, Variants = Protections, Season = BeautySeason.Summer },
        new("Sun", "After Sun", 2) { LowestPrice = 8, HighestPrice = 18, Season = BeautySeason.Summer },
        new("Men", "Shaving Gel", 3) { LowestPrice = 5, HighestPrice = 14, YearlyTrend = 1.1 },
        new("Men", "Beard Oil", 2) { LowestPrice = 9, HighestPrice = 22, YearlyTrend = 1.25 },
    ];
}
