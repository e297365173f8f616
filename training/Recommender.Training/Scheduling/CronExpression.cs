using Recommender.Core;

namespace Recommender.Training.Scheduling;

/// <summary>
/// A time table in the five fields of cron: minute, hour, day of month, month, weekday. As in cron, a day counts when either day field names it,
/// unless one of them begins with '*': then both must.
/// </summary>
sealed class CronExpression
{
    const int Horizon = 50;   // years; the rarest date, a 29 February on a given weekday, comes every 40 at most

    static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["@hourly"] = "0 * * * *",
        ["@daily"] = "0 0 * * *",
        ["@weekly"] = "0 0 * * 0",
        ["@monthly"] = "0 0 1 * *",
        ["@yearly"] = "0 0 1 1 *",
    };

    readonly string _text;
    readonly ulong _minutes;
    readonly ulong _hours;
    readonly ulong _days;
    readonly ulong _months;
    readonly ulong _weekdays;
    readonly bool _needsBothDays;

    CronExpression(string text, string[] fields)
    {
        _text = text;
        _minutes = CronField.Minute.Read(fields[0]);
        _hours = CronField.Hour.Read(fields[1]);
        _days = CronField.Day.Read(fields[2]);
        _months = CronField.Month.Read(fields[3]);
        _weekdays = CronField.Weekday.Read(fields[4]);
        _needsBothDays = fields[2][0] is '*' or '?' || fields[4][0] is '*' or '?';
        FollowsTheHours = fields[1].Contains('/') || CronField.Hour.IsAll(_hours);
    }

    /// <summary>Whether it goes through the hours (* or a step) and so follows the clock as it runs, leaps and repeats included.</summary>
    public bool FollowsTheHours { get; }

    /// <summary>Reads an expression; what is wrong with it is said with the field, the value, the rule and the cure.</summary>
    public static CronExpression Parse(string text)
    {
        try
        {
            var expression = new CronExpression(text, Fields(text));
            return expression.First(DateTime.UnixEpoch) is not null ? expression : throw new UserErrorException(
                "no month it names has such a day, so it would never run; take a day that exists.");
        }
        catch (UserErrorException fault)
        {
            throw new UserErrorException($"cron '{text}': {fault.Message}", fault);
        }
    }

    /// <summary>
    /// The first time after <paramref name="after"/>, with the offset of the zone. A fixed time that the clock leaps over runs at the first moment after
    /// the leap; one that the clock shows twice runs the first time.
    /// </summary>
    public DateTimeOffset Next(DateTimeOffset after, TimeZoneInfo zone)
    {
        var clock = new WallClock(zone);
        var at = WallClock.NextMinute(after.UtcDateTime);
        while (true)
        {
            if (!FollowsTheHours && clock.Leapt(at) is { } gap && First(gap) is { } leapt && leapt < clock.Shows(at)) return clock.Local(at);

            var shown = clock.Shows(at);
            var found = First(shown) ?? throw new UserErrorException($"cron '{_text}' has no time within {Horizon} years after {after:O}.");
            var instant = at + (found - shown);
            if (clock.Change(at, instant) is { } change) at = change;
            else if (FollowsTheHours || !clock.HasShownBefore(instant)) return clock.Local(instant);
            else at = instant.AddMinutes(1);
        }
    }

    /// <summary>The times after <paramref name="after"/> and before <paramref name="end"/>.</summary>
    public IEnumerable<DateTimeOffset> Between(DateTimeOffset after, DateTimeOffset end, TimeZoneInfo zone)
    {
        for (var at = Next(after, zone); at < end; at = Next(at, zone)) yield return at;
    }

    public override string ToString() => _text;

    static string[] Fields(string text)
    {
        var words = text.Trim();
        if (words.StartsWith('@'))
            words = Names.GetValueOrDefault(words) ?? throw new UserErrorException(
                $"the name '{words}' is not known.{Suggestion.For(words, Names.Keys)} Take one of {string.Join(", ", Names.Keys)}, or five fields.");

        var fields = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == 5 ? fields : throw new UserErrorException(
            $"it has {fields.Length} fields instead of 5; write minute, hour, day of month, month and weekday, such as '30 2 * * *' for half past two every night.");
    }

    // The first moment from this one on whose clock and calendar match, in a zone without leaps.
    DateTime? First(DateTime from)
    {
        var end = from.AddYears(Horizon);
        for (var at = from; at < end;)
        {
            if (!Has(_months, at.Month)) at = new DateTime(at.Year, at.Month, 1).AddMonths(1);
            else if (!IsDay(at)) at = at.Date.AddDays(1);
            else if (!Has(_hours, at.Hour)) at = at.Date.AddHours(at.Hour + 1);
            else if (!Has(_minutes, at.Minute)) at = at.AddMinutes(1);
            else return at;
        }
        return null;
    }

    bool IsDay(DateTime date)
    {
        var (day, weekday) = (Has(_days, date.Day), Has(_weekdays, (int)date.DayOfWeek));
        return _needsBothDays ? day && weekday : day || weekday;
    }

    static bool Has(ulong bits, int number) => (bits >> number & 1) != 0;
}
