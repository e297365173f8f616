using System.Text;

namespace Recommender.Storage.Generation;

/// <summary>One row of items.csv. Days count from the first day of the history and may lie before it.</summary>
sealed record CatalogueItem
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Category { get; init; }
    public required string Family { get; init; }
    public required string Brand { get; init; }
    public string? VariantOf { get; init; }
    public required long PriceCents { get; init; }
    public required long CostCents { get; init; }
    public required int Stock { get; init; }
    public required int LaunchedDay { get; init; }
    public int? DiscontinuedDay { get; init; }
    public bool Strategic { get; init; }

    public byte[] Utf8Id => field ??= Encoding.UTF8.GetBytes(Id);

    public bool IsSold(int day) => day >= LaunchedDay && !(day >= DiscontinuedDay);
}
