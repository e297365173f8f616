using System.Globalization;
using Recommender.Storage.Imports;
using Recommender.Storage.Sources.Mapping;
using Recommender.Tests.Storage.Imports;
using Xunit;

namespace Recommender.Tests.Storage.Sources.Formats;

public sealed class DateInferenceTests : IDisposable
{
    readonly TemporaryImport _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("year-month-day", "yyyy-MM-dd HH:mm")]
    [InlineData("yyyymmdd", "yyyyMMdd")]
    [InlineData("day.month.year", "dd.MM.yyyy")]
    [InlineData("day/month/year", "d/M/yyyy")]
    [InlineData("month/day/year", "M/d/yyyy h:mm tt")]
    [InlineData("day-month-year", "dd-MM-yyyy")]
    [InlineData("month-day-year", "MM-dd-yyyy")]
    [InlineData("month by name", "d MMM yyyy")]
    public void A_style_is_known_by_days_over_twelve(string style, string format)
    {
        var days = Enumerable.Range(0, 40).Select(day => new DateTime(2026, 2, 1).AddDays(day)).ToArray();

        var found = Import(new(), [.. days.Select(day => day.ToString(format, CultureInfo.InvariantCulture))]);

        Assert.Equal(style, found.Found.Dates);
        Assert.Equal(days, _shop.Rows("purchases", "purchased_at").Select(text => DateTime.Parse(text, CultureInfo.InvariantCulture)));
        Assert.DoesNotContain(found.Profile.Warnings, warning => warning.StartsWith("Every date", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("seconds since 1970", "1767225600")]
    [InlineData("milliseconds since 1970", "1767225600000")]
    [InlineData("Excel's count of days", "46023")]
    public void Moments_that_are_counted_are_known_by_their_size(string style, string text)
    {
        var found = Import(new(), text, text);

        Assert.Equal(style, found.Found.Dates);
        Assert.Equal(["2026-01-01 00:00:00"], _shop.Rows("purchases", "DISTINCT purchased_at"));
    }

    [Theory]
    [InlineData("day/month/year", "month-first", "05/01/2026", "06/01/2026", "07/01/2026")]
    [InlineData("month/day/year", "day-first", "01/05/2026", "01/06/2026", "01/07/2026")]
    [InlineData("day-month-year", "month-first", "05-01-2026", "06-01-2026", "12-01-2026")]
    public void Dates_that_can_be_read_either_way_are_taken_as_near_each_other_with_a_warning(string style, string cure, params string[] dates)
    {
        var result = Import(new(), dates);

        Assert.Equal(style, result.Found.Dates);
        Assert.Contains(result.Profile.Warnings, warning => warning.Contains($"{style} was taken. If that is wrong, set --dates {cure}.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("day-first", "2026-02-01")]
    [InlineData("month-first", "2026-01-02")]
    [InlineData("%d/%m/%Y", "2026-02-01")]
    public void A_person_knows_better(string hint, string day)
    {
        var result = Import(new() { Dates = hint }, "01/02/2026");

        Assert.Equal([$"{day} 00:00:00"], _shop.Rows("purchases", "purchased_at"));
        Assert.DoesNotContain(result.Profile.Warnings, warning => warning.StartsWith("Every date", StringComparison.Ordinal));
    }

    [Fact]
    public void A_zone_makes_utc_of_local_times_in_winter_and_in_summer()
    {
        Import(new() { TimeZone = "Europe/Berlin" }, "15.01.2026 12:00", "15.07.2026 12:00");

        Assert.Equal(["2026-01-15 11:00:00", "2026-07-15 10:00:00"], _shop.Rows("purchases", "purchased_at"));
    }

    [Theory]
    [InlineData("days first", null, "'days first' is no date format: give day-first, month-first or a pattern such as %d.%m.%Y %H:%M.")]
    [InlineData(null, "Europe/Londn", "'Europe/Londn' is no time zone. Did you mean 'Europe/London'? Give an IANA name")]
    public void A_hint_that_is_none_is_refused(string? dates, string? zone, string complaint) => Assert.StartsWith(
        complaint, _shop.Refusal(Request(new() { Dates = dates, TimeZone = zone }, "2026-01-05")));

    [Fact]
    public void The_odd_one_out_is_rejected_and_the_rest_is_read()
    {
        var result = Import(new(), [.. Enumerable.Range(1, 28).Select(day => $"{day:00}/02/2026"), "02/29/2026"]);

        Assert.Equal("day/month/year", result.Found.Dates);
        Assert.Equal(["30|purchased_at|02/29/2026|it is no date that can be read"], _shop.Rows("rejects", "line, \"column\", value, reason"));
    }

    ImportResult Import(FormatHints hints, params string[] dates) => _shop.Import(Request(hints, dates));

    ImportRequest Request(FormatHints hints, params string[] dates) =>
        TemporaryImport.Request(_shop.Write("lines.csv", ["order;item;date", .. dates.Select((date, i) => $"{i};pen;{date}")])) with { Formats = hints };
}
