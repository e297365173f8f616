using System.Globalization;
using Recommender.Storage.Sources.Formats;
using Xunit;

namespace Recommender.Tests.Storage.Sources.Formats;

public sealed class DateStyleTests(ReadingTexts texts) : IClassFixture<ReadingTexts>
{
    /// <summary>Each macro with .NET formats of the texts that it must read.</summary>
    public static TheoryData<string, string> Written => new()
    {
        { "date_iso", "yyyy-MM-dd HH:mm:ss" }, { "date_iso", "yyyy-MM-dd'T'HH:mm:ss" }, { "date_iso", "yyyy-MM-dd'T'HH:mm:ss'Z'" }, { "date_iso", "yyyy-MM-dd HH:mm:ss.000" },
        { "date_iso", "yyyy-MM-dd HH:mm:ss 'UTC'" }, { "date_iso", "yyyy-MM-dd HH:mm:ss'+00'" }, { "date_iso", "yyyy-MM-dd HH:mm:ss '+0000'" }, { "date_iso", "yyyy-MM-dd HH:mm" },
        { "date_iso", "yyyy-MM-dd" }, { "date_iso", "yyyy/MM/dd HH:mm:ss" },
        { "date_compact", "yyyyMMdd" }, { "date_compact", "yyyyMMddHHmmss" }, { "date_compact", "yyyyMMdd HH:mm" },
        { "date_day_dot", "dd.MM.yyyy" }, { "date_day_dot", "d.M.yyyy H:mm" }, { "date_day_dot", "dd.MM.yyyy HH:mm:ss" }, { "date_day_dot", "dd.MM.yy" }, { "date_day_dot", "dd.MM.yyyy, HH:mm" },
        { "date_day_slash", "dd/MM/yyyy HH:mm" }, { "date_day_slash", "d/M/yy" }, { "date_day_slash", "dd/MM/yyyy hh:mm:ss tt" }, { "date_day_slash", "dd/MM/yyyy, HH:mm:ss" },
        { "date_month_slash", "MM/dd/yyyy HH:mm" }, { "date_month_slash", "M/d/yyyy h:mm tt" }, { "date_month_slash", "M/d/yy H:mm" }, { "date_month_slash", "M/d/yyyy, h:mm:ss tt" },
        { "date_month_slash", "MM/dd/yyyy, HH:mm:ss" },
        { "date_day_dash", "dd-MM-yyyy" }, { "date_day_dash", "dd-MM-yyyy HH:mm:ss" }, { "date_day_dash", "dd-MM-yy HH:mm" },
        { "date_month_dash", "MM-dd-yyyy" }, { "date_month_dash", "MM-dd-yyyy HH:mm" },
        { "date_named_month", "d MMM yyyy" }, { "date_named_month", "dd-MMM-yy" }, { "date_named_month", "dd-MMM-yyyy HH:mm" }, { "date_named_month", "MMM d, yyyy" },
        { "date_named_month", "MMM d, yyyy h:mm tt" }, { "date_named_month", "d MMMM yyyy HH:mm" }, { "date_named_month", "MMMM d, yyyy" },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void Every_moment_reads_back_from_every_style(string macro, string format)
    {
        var moments = RandomMoments(format);

        var read = texts.Moments(macro, [.. moments.Select(moment => moment.ToString(format, CultureInfo.InvariantCulture))]);

        Assert.Equal(moments.Select(moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)), read);
    }

    [Theory]
    [InlineData("date_epoch", "1767225599", "2025-12-31 23:59:59")]
    [InlineData("date_epoch_ms", "1767225599000", "2025-12-31 23:59:59")]
    [InlineData("date_excel", "45000", "2023-03-15 00:00:00")]
    [InlineData("date_excel", "45000.5", "2023-03-15 12:00:00")]
    [InlineData("date_excel", "45000.4243055556", "2023-03-15 10:11:00")]
    [InlineData("date_day_slash", "01/02/69", "2069-02-01 00:00:00")]
    [InlineData("date_day_slash", "01/02/70", "1970-02-01 00:00:00")]
    [InlineData("date_iso", "2023-05-01 10:11:12 +0200", "2023-05-01 08:11:12")]
    [InlineData("date_iso", "2023-05-01T23:11:12-04:00", "2023-05-02 03:11:12")]
    [InlineData("date_iso", "2023-05-01 10:11:12+02", "2023-05-01 08:11:12")]
    [InlineData("date_iso", "2023-05-01T10:11:12.123456+05:30", "2023-05-01 04:41:12")]
    [InlineData("date_iso", "2023-05-01T10:11+02:00", "2023-05-01 08:11:00")]
    public void A_moment_is_read_into_utc(string macro, string text, string moment) => Assert.Equal(moment, texts.Moment(macro, text));

    [Theory]
    [InlineData("date_iso", "2023-13-01")]
    [InlineData("date_iso", "2023-02-29")]
    [InlineData("date_iso", "yesterday")]
    [InlineData("date_day_slash", "31/02/2023")]
    [InlineData("date_day_slash", "01/13/2023")]
    [InlineData("date_month_slash", "13/01/2023")]
    [InlineData("date_day_dot", "1.2")]
    [InlineData("date_compact", "20231301")]
    [InlineData("date_compact", "123")]
    [InlineData("date_excel", "12")]
    [InlineData("date_epoch", "17672255")]
    [InlineData("date_named_month", "5 Foo 2023")]
    public void What_is_no_moment_is_refused(string macro, string text) => Assert.Null(texts.Moment(macro, text));

    [Theory]
    [InlineData("2023-01-15 12:00:00", "2023-01-15 12:00:00")]          // winter: London is on UTC
    [InlineData("2023-07-15 12:00:00", "2023-07-15 11:00:00")]          // summer: an hour ahead
    [InlineData("2023-03-26 00:59:59", "2023-03-26 00:59:59")]          // the last second before the clocks go forward
    [InlineData("2023-03-26 02:00:00", "2023-03-26 01:00:00")]
    [InlineData("2023-07-15T12:00:00Z", "2023-07-15 12:00:00")]         // its own offset goes before the shop's zone
    [InlineData("2023-07-15 12:00:00 UTC", "2023-07-15 12:00:00")]
    [InlineData("2023-07-15 12:00:00+00", "2023-07-15 12:00:00")]
    public void A_moment_without_an_offset_is_in_the_shops_zone(string text, string moment)
    {
        using var london = new ReadingTexts("Europe/London");

        Assert.Equal(moment, london.Moment("date_iso", text));
    }

    [Fact]
    public void Every_style_has_its_macro_and_twins_are_mutual()
    {
        Assert.All(DateStyle.Known, style => Assert.Null(texts.Moment(style.Macro, "nothing")));
        Assert.All(DateStyle.Known.Where(style => style.Twin is not null), style => Assert.Equal(style, style.Twin!.Twin));
    }

    // What a format does not write is zero.
    static DateTime[] RandomMoments(string format)
    {
        var random = new Random(11);
        var start = new DateTime(1971, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var precision = format.Contains("ss", StringComparison.Ordinal) ? TimeSpan.FromSeconds(1)
            : format.Contains("mm", StringComparison.Ordinal) ? TimeSpan.FromMinutes(1)
            : TimeSpan.FromDays(1);
        return [.. Enumerable.Range(0, 500).Select(_ => start + (precision * random.NextInt64((long)(TimeSpan.FromDays(98 * 365) / precision))))];
    }
}
