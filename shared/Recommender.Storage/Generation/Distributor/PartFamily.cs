namespace Recommender.Storage.Generation.Distributor;

/// <summary>A kind of part.</summary>
sealed record PartFamily(string Category, string Name)
{
    public required int LowestPrice { get; init; }
    public required int HighestPrice { get; init; }

    /// <summary>Pieces on a line, on average.</summary>
    public required int Quantity { get; init; }

    public double[] Season { get; init; } = DistributorSeason.AllYear;
}
