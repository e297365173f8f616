using Recommender.Storage.Sources.Formats;

namespace Recommender.Storage.Imports;

/// <summary>How the source writes dates and numbers.</summary>
/// <param name="DatePattern">A strptime pattern that a person gave instead of a known style.</param>
sealed record SourceFormats(DateStyle? Dates, string? DatePattern, bool DecimalComma, string TimeZone)
{
    public string DatesName => DatePattern ?? Dates?.Name ?? "no dates";

    public string NumbersName => DecimalComma ? "decimal comma" : "decimal point";

    /// <summary>Makes the macros <c>to_number</c> and <c>to_moment</c> that the import reads texts with.</summary>
    public void Install(Workshop workshop, CancellationToken cancellationToken)
    {
        var naive = DatePattern is null ? $"{(Dates ?? DateStyle.Iso).Macro}(t)" : $"try_strptime(t, {DuckDB.NET.Data.DuckDBText.Literal(DatePattern)})";
        workshop.Run(
            $"""
             SET VARIABLE shop_zone = $zone;
             CREATE MACRO to_number(t) AS {(DecimalComma ? "number_comma" : "number_point")}(t);
             CREATE MACRO to_moment(t) AS in_utc(t, CAST({naive} AS TIMESTAMP));
             """,
            cancellationToken, ("zone", TimeZone));
    }
}
