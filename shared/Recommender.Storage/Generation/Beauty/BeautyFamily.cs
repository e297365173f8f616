namespace Recommender.Storage.Generation.Beauty;

/// <summary>A kind of product: how often it is bought, what it costs, which variants it comes in, its season and its trend.</summary>
sealed record BeautyFamily(string Category, string Name, double Weight)
{
    public int LowestPrice { get; init; } = 5;
    public int HighestPrice { get; init; } = 25;
    public string[] Variants { get; init; } = [];
    public double[] Season { get; init; } = BeautySeason.AllYear;

    /// <summary>Demand at the end of a year, as a multiple of its beginning.</summary>
    public double YearlyTrend { get; init; } = 1;
}
