using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using Recommender.Core;
using Recommender.Storage.Sources.Formats;
using Recommender.Storage.Sources.Mapping;

namespace Recommender.Storage.Imports;

/// <summary>Finds out how dates and numbers are written from texts all over the file, the same for every thread count.</summary>
sealed partial class FormatInference(Workshop workshop, ImportReport report)
{
    const int SampleRows = 20_000;

    static readonly string[] NumberColumns = ["quantity", "amount", "unit_price", "discount", "rating"];
    static readonly string[] ItemNumbers = ["price", "cost", "stock"];

    public SourceFormats Infer(MappedTable lines, FormatHints hints, CancellationToken cancellationToken)
    {
        var every = Math.Max(1, lines.Main.Rows / SampleRows);
        var (style, pattern) = Dates(lines, hints.Dates, every, cancellationToken);
        return new(style, pattern, DecimalComma(lines, hints.DecimalSign, every, cancellationToken), Zone(hints.TimeZone, cancellationToken));
    }

    (DateStyle? Style, string? Pattern) Dates(MappedTable lines, string? hint, long every, CancellationToken cancellationToken)
    {
        if (!lines.Has("purchased_at")) return (null, null);
        if (hint is not (null or "day-first" or "month-first")) return (null, Tried(hint, cancellationToken));

        Sample(lines, "purchased_at", every, cancellationToken);
        var counts = string.Join(", ", DateStyle.Known.Select(style => $"count({style.Macro}(t))"));
        var found = workshop.Row($"SELECT {counts} FROM sample", reader => Enumerable.Range(0, DateStyle.Known.Count).Select(reader.GetInt64).ToArray(), cancellationToken);
        var best = DateStyle.Known[Array.IndexOf(found, found.Max())];
        if (found.Max() == 0) best = DateStyle.Iso;
        if (best.Twin is not { } twin) return (best, null);
        if (hint is not null) return (best.IsDayFirst == (hint == "day-first") ? best : twin, null);

        var equal = found[DateStyle.Known.ToList().IndexOf(best)] == found[DateStyle.Known.ToList().IndexOf(twin)];
        return (equal ? Nearer(best, twin, cancellationToken) : best, null);
    }

    // 01/12 to 09/12: read day-first these are nine days in a row, month-first nine months with one day each. A shop's days are near each other.
    DateStyle Nearer(DateStyle one, DateStyle other, CancellationToken cancellationToken)
    {
        var (first, second) = workshop.Row(
            $"SELECT date_diff('day', min({one.Macro}(t)), max({one.Macro}(t))), date_diff('day', min({other.Macro}(t)), max({other.Macro}(t))) FROM sample",
            reader => (reader.GetInt64(0), reader.GetInt64(1)), cancellationToken);
        var taken = second < first ? other : one;
        report.Warn($"Every date can be read as {one.Name} or {other.Name}; {taken.Name} was taken. If that is wrong, set --dates {(taken.IsDayFirst ? "month-first" : "day-first")}.");
        return taken;
    }

    bool DecimalComma(MappedTable lines, string? hint, long every, CancellationToken cancellationToken)
    {
        if (hint is not null)
        {
            return hint switch
            {
                "comma" => true,
                "point" => false,
                _ => throw new UserErrorException($"'{hint}' is no decimal sign: give comma or point."),
            };
        }
        var (onlyPoint, onlyComma, both) = Signs(lines, NumberColumns, every, cancellationToken);
        if (onlyPoint == 0 && onlyComma == 0 && both > 0)
            report.Warn("Numbers such as 1,234 can be read with a comma between thousands or before decimals; thousands were taken. If that is wrong, set --decimal comma.");
        return onlyComma > onlyPoint;
    }

    /// <summary>Whether the list of items has decimal commas: it need not come from the program that wrote the lines.</summary>
    public bool HasDecimalComma(MappedTable items, string? hint, SourceFormats lines, CancellationToken cancellationToken)
    {
        if (hint is not null) return lines.DecimalComma;

        var (onlyPoint, onlyComma, _) = Signs(items, ItemNumbers, Math.Max(1, items.Main.Rows / SampleRows), cancellationToken);
        return onlyPoint == onlyComma ? lines.DecimalComma : onlyComma > onlyPoint;
    }

    // Numbers that only a decimal point explains, only a decimal comma, and either.
    (long OnlyPoint, long OnlyComma, long Both) Signs(MappedTable table, string[] columns, long every, CancellationToken cancellationToken)
    {
        long onlyPoint = 0, onlyComma = 0, both = 0;
        foreach (var column in columns.Where(table.Has))
        {
            Sample(table, column, every, cancellationToken);
            var (point, comma, either) = workshop.Row(
                """
                SELECT count(*) FILTER (looks_point(t) AND NOT looks_comma(t)), count(*) FILTER (looks_comma(t) AND NOT looks_point(t)),
                       count(*) FILTER (looks_point(t) AND looks_comma(t) AND regexp_matches(t, '\d[.,]\d'))
                FROM sample
                """,
                reader => (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)), cancellationToken);
            (onlyPoint, onlyComma, both) = (onlyPoint + point, onlyComma + comma, both + either);
        }
        return (onlyPoint, onlyComma, both);
    }

    void Sample(MappedTable lines, string canonical, long every, CancellationToken cancellationToken) =>
        workshop.Run(
            $"""
             CREATE OR REPLACE TEMP TABLE sample AS
             SELECT t FROM (SELECT {lines.Sql(canonical)} AS t FROM {lines.From} WHERE t0."#line" % $every = 0 OR t0."#line" < 1000) WHERE t IS NOT NULL
             """,
            cancellationToken, ("every", every));

    string Zone(string? zone, CancellationToken cancellationToken)
    {
        if (zone is null) return "UTC";

        var known = workshop.Rows("SELECT name FROM pg_timezone_names()", reader => reader.GetString(0), cancellationToken);
        return known.Contains(zone)
            ? zone
            : throw new UserErrorException($"'{zone}' is no time zone.{Suggestion.For(zone, known)} Give an IANA name such as Europe/London.");
    }

    string Tried(string pattern, CancellationToken cancellationToken)
    {
        try
        {
            workshop.Run($"SELECT try_strptime('', {DuckDBText.Literal(Checked(pattern))})", cancellationToken);
            return pattern;
        }
        catch (DuckDBException e)
        {
            throw new UserErrorException($"'{pattern}' is no date format ({e.Message.Split('\n')[0]}): give day-first, month-first or a pattern such as %d.%m.%Y %H:%M.", e);
        }
    }

    static string Checked(string pattern) =>
        pattern.Contains('%', StringComparison.Ordinal) && Pattern().IsMatch(pattern)
            ? pattern
            : throw new UserErrorException($"'{pattern}' is no date format: give day-first, month-first or a pattern such as %d.%m.%Y %H:%M.");

    [GeneratedRegex(@"^[%A-Za-z0-9 .,/:+\-]{2,60}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
