namespace Recommender.Storage.Sources.Mapping;

/// <summary>How dates and numbers are written, where a person knows better than the inference.</summary>
public sealed record FormatHints
{
    /// <summary><c>day-first</c>, <c>month-first</c> or a pattern such as <c>%d.%m.%Y %H:%M</c>.</summary>
    public string? Dates { get; init; }

    /// <summary><c>comma</c> or <c>point</c>.</summary>
    public string? DecimalSign { get; init; }

    /// <summary>IANA name of the zone that dates without an offset are in; UTC unless given.</summary>
    public string? TimeZone { get; init; }
}
