namespace Recommender.Storage.Profiles;

/// <summary>One column. Values are shown only where they name no person.</summary>
public sealed record ColumnProfile
{
    public required string Name { get; init; }
    public required string Type { get; init; }
    public required long Nulls { get; init; }
    public required long Distinct { get; init; }
    public string? Min { get; init; }
    public string? Max { get; init; }

    /// <summary>The 5 %, 25 %, 50 %, 75 % and 95 % quantiles of numbers and moments.</summary>
    public IReadOnlyList<string>? Quantiles { get; init; }

    public IReadOnlyList<ValueCount>? Top { get; init; }
}
