namespace Recommender.Storage.Profiles;

/// <summary>The source exactly as read: texts are counted as they stand, before ids are normalised.</summary>
public sealed record SourceProfile
{
    public required long Rows { get; init; }

    /// <summary>Distinct orders, customers and items as the source writes them.</summary>
    public long? Orders { get; init; }
    public long? Customers { get; init; }
    public long? Items { get; init; }

    public string? Dates { get; init; }
    public string? Numbers { get; init; }
    public IReadOnlyList<SourceColumn> Columns { get; init; } = [];
}
