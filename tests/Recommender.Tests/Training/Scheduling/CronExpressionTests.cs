using System.Globalization;
using Recommender.Core;
using Recommender.Training.Scheduling;
using Xunit;

namespace Recommender.Tests.Training.Scheduling;

public sealed class CronExpressionTests
{
    [Theory]
    [InlineData("30 2 * * *", "2026-11-21T12:00Z", "2026-11-22T02:30Z", "2026-11-23T02:30Z")]
    [InlineData("*/20 * * * *", "2026-11-21T12:00Z", "2026-11-21T12:20Z", "2026-11-21T12:40Z")]
    [InlineData("5/25 9-10 * * *", "2026-11-21T08:00Z", "2026-11-21T09:05Z", "2026-11-21T09:30Z", "2026-11-21T09:55Z", "2026-11-21T10:05Z")]
    [InlineData("10-40/15 0 * * *", "2026-11-21T12:00Z", "2026-11-22T00:10Z", "2026-11-22T00:25Z", "2026-11-22T00:40Z", "2026-11-23T00:10Z")]
    [InlineData("0 0 ? jan,JUL mon", "2026-11-21T12:00Z", "2027-01-04T00:00Z", "2027-01-11T00:00Z")]
    [InlineData("0 0 13 * fri", "2026-11-21T12:00Z", "2026-11-27T00:00Z", "2026-12-04T00:00Z", "2026-12-11T00:00Z", "2026-12-13T00:00Z")]
    [InlineData("0 0 */2 * fri", "2026-11-21T12:00Z", "2026-11-27T00:00Z", "2026-12-11T00:00Z")]
    [InlineData("0 0 * * fri-sun", "2026-11-21T12:00Z", "2026-11-22T00:00Z", "2026-11-27T00:00Z", "2026-11-28T00:00Z", "2026-11-29T00:00Z")]
    [InlineData("0 0 * * 7", "2026-11-21T12:00Z", "2026-11-22T00:00Z", "2026-11-29T00:00Z")]
    [InlineData("0 0 29 2 *", "2026-11-21T12:00Z", "2028-02-29T00:00Z", "2032-02-29T00:00Z")]
    [InlineData("0 0 29 2 */7", "2090-01-01T00:00Z", "2128-02-29T00:00Z")]
    [InlineData("@hourly", "2026-11-21T12:00:01Z", "2026-11-21T13:00Z", "2026-11-21T14:00Z")]
    [InlineData("@daily", "2026-11-21T12:00Z", "2026-11-22T00:00Z")]
    [InlineData("@weekly", "2026-11-21T12:00Z", "2026-11-22T00:00Z", "2026-11-29T00:00Z")]
    [InlineData("@monthly", "2026-11-21T12:00Z", "2026-12-01T00:00Z", "2027-01-01T00:00Z")]
    [InlineData("@yearly", "2026-11-21T12:00Z", "2027-01-01T00:00Z", "2028-01-01T00:00Z")]
    public void The_times_come_in_order(string cron, string after, params string[] expected)
    {
        var at = Time(after);
        foreach (var text in expected)
        {
            at = CronExpression.Parse(cron).Next(at, TimeZoneInfo.Utc);
            Assert.Equal(Time(text), at);
        }
    }

    [Theory]
    [InlineData("30 1 * * *", "Europe/London", "2026-03-28T12:00Z", "2026-03-29T02:00+01:00", "2026-03-30T01:30+01:00")]
    [InlineData("0,30 1 * * *", "Europe/London", "2026-03-28T12:00Z", "2026-03-29T02:00+01:00", "2026-03-30T01:00+01:00")]
    [InlineData("0 1,2 * * *", "Europe/London", "2026-03-28T12:00Z", "2026-03-29T02:00+01:00", "2026-03-30T01:00+01:00")]
    [InlineData("30 1 * * *", "Europe/London", "2026-10-24T12:00Z", "2026-10-25T01:30+01:00", "2026-10-26T01:30+00:00")]
    [InlineData("30 1 * * *", "Europe/London", "2026-10-25T01:00Z", "2026-10-26T01:30+00:00")]
    [InlineData("0 * * * *", "Europe/London", "2026-03-29T00:30Z", "2026-03-29T02:00+01:00", "2026-03-29T03:00+01:00")]
    [InlineData("30 * * * *", "Europe/London", "2026-10-25T00:00Z", "2026-10-25T01:30+01:00", "2026-10-25T01:30+00:00", "2026-10-25T02:30+00:00")]
    [InlineData("15 2 * * *", "Australia/Lord_Howe", "2026-10-03T00:00Z", "2026-10-04T02:30+11:00", "2026-10-05T02:15+11:00")]
    [InlineData("45 1 * * *", "Australia/Lord_Howe", "2026-04-04T00:00Z", "2026-04-05T01:45+11:00", "2026-04-06T01:45+10:30")]
    [InlineData("0 0 * * *", "America/Sao_Paulo", "2018-11-03T12:00Z", "2018-11-04T01:00-02:00", "2018-11-05T00:00-02:00")]
    [InlineData("30 2 8 3 *", "America/New_York", "2026-01-01T00:00Z", "2026-03-08T03:00-04:00", "2027-03-08T02:30-05:00")]
    [InlineData("0 12 30 12 *", "Pacific/Apia", "2011-12-29T00:00Z", "2011-12-31T00:00+14:00", "2012-12-30T12:00+14:00")]
    public void Where_the_clock_changes_nothing_fixed_is_lost_or_doubled(string cron, string zone, string after, params string[] expected)
    {
        var at = Time(after);
        foreach (var text in expected)
        {
            at = CronExpression.Parse(cron).Next(at, ZoneName.Find(zone));
            Assert.Equal((Time(text), Time(text).Offset), (at, at.Offset));
        }
    }

    [Theory]
    [InlineData("Europe/London", "2026-03-27", "2026-10-23")]
    [InlineData("America/New_York", "2026-03-06", "2026-10-30")]
    [InlineData("Australia/Lord_Howe", "2026-04-03", "2026-10-02")]
    [InlineData("America/Sao_Paulo", "2018-02-16", "2018-11-02")]
    [InlineData("UTC", "2026-03-27", "2028-02-27")]
    public void Times_are_those_that_looking_at_every_minute_finds(string zoneName, params string[] days)
    {
        var zone = ZoneName.Find(zoneName);
        var random = new Random(17);
        foreach (var day in days)
        {
            var start = Time($"{day}T00:00Z");
            var minutes = Enumerable.Range(0, 4 * 24 * 60).Select(minute => TimeZoneInfo.ConvertTime(start.AddMinutes(minute), zone)).ToArray();
            for (var round = 0; round < 100; round++)
            {
                var cron = new RandomCron(random);

                Assert.Equal((cron.Text, Words(cron.Times(minutes))), (cron.Text, Words(CronExpression.Parse(cron.Text).Between(start, minutes[^1].AddMinutes(1), zone))));
            }
        }
    }

    [Theory]
    [InlineData("61 2 * * *", "cron '61 2 * * *': the minute '61' is outside 0 to 59; take a number from 0 to 59.")]
    [InlineData("0 2 0 * *", "the day of month '0' is outside 1 to 31")]
    [InlineData("0 2 * * mno", "the weekday 'mno' is neither a number from 0 to 7 nor a name; write *, a number or one of sun, mon, tue, wed, thu, fri, sat, a range (2-5), a list (1,4) or a step (*/2). Did you mean 'mon'?")]
    [InlineData("0 9-5 * * *", "the hour '9-5' runs backwards; write 9-23,0-5 or turn it round.")]
    [InlineData("*/0 * * * *", "the minute '*/0' has the step '0', which is not a whole number from 1 to 59")]
    [InlineData("*/90 * * * *", "the minute '*/90' has the step '90'")]
    [InlineData("1/2/3 * * * *", "the minute '1/2/3' has more than one '/'")]
    [InlineData("? * * * *", "the minute '?' stands for any day only; write * here.")]
    [InlineData("1,,2 * * * *", "the minute '' is neither a number")]
    [InlineData("0 2 * *", "it has 4 fields instead of 5; write minute, hour, day of month, month and weekday")]
    [InlineData("@dayly", "the name '@dayly' is not known. Did you mean '@daily'?")]
    [InlineData("0 0 30 2 *", "no month it names has such a day, so it would never run")]
    [InlineData("0 0 31 4,6,9,11 ?", "no month it names has such a day")]
    public void A_wrong_expression_is_answered_with_field_value_rule_and_cure(string cron, string words) =>
        Assert.Contains(words, Assert.Throws<UserErrorException>(() => CronExpression.Parse(cron)).Message);

    [Fact]
    public void A_misspelt_zone_is_answered_with_the_one_that_was_meant() =>
        Assert.StartsWith(
            "the time zone 'Europe/Lodnon' is not known. Did you mean 'Europe/London'?", Assert.Throws<UserErrorException>(() => ZoneName.Find("Europe/Lodnon")).Message);

    static string Words(IEnumerable<DateTimeOffset> times) => string.Join(' ', times.Select(at => at.ToString("O", CultureInfo.InvariantCulture)));

    static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
