namespace Recommender.Training.Scheduling;

/// <summary>
/// What the clocks of a zone show at each moment. It asks the zone for nothing but the offset at a moment of UTC: that alone is right for every change
/// there ever was, of daylight saving or of the law.
/// </summary>
readonly struct WallClock(TimeZoneInfo zone)
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The first full minute after a moment.</summary>
    public static DateTime NextMinute(DateTime utc) => new(((utc.Ticks / Minute.Ticks) + 1) * Minute.Ticks, DateTimeKind.Utc);

    /// <summary>What the clocks show at <paramref name="utc"/>.</summary>
    public DateTime Shows(DateTime utc) => DateTime.SpecifyKind(utc + zone.GetUtcOffset(utc), DateTimeKind.Unspecified);

    public DateTimeOffset Local(DateTime utc) => new DateTimeOffset(utc).ToOffset(zone.GetUtcOffset(utc));

    /// <summary>Where the clock leaps forward at this very minute: what it would have shown without the leap.</summary>
    public DateTime? Leapt(DateTime utc)
    {
        var unchanged = Shows(utc - Minute) + Minute;
        return unchanged < Shows(utc) ? unchanged : null;
    }

    /// <summary>Whether the clocks have shown the same time before, in the day before <paramref name="utc"/>.</summary>
    public bool HasShownBefore(DateTime utc)
    {
        var (now, before) = (zone.GetUtcOffset(utc), zone.GetUtcOffset(utc - Day));
        return before > now && zone.GetUtcOffset(utc + now - before) == before;
    }

    /// <summary>The first minute after <paramref name="from"/> and up to <paramref name="to"/> whose offset differs from that of <paramref name="from"/>.</summary>
    public DateTime? Change(DateTime from, DateTime to)
    {
        var offset = zone.GetUtcOffset(from);
        for (var same = from; same < to;)
        {
            var next = to - same > Day ? same + Day : to;
            if (zone.GetUtcOffset(next) != offset) return Bisect(same, next, offset);

            same = next;
        }
        return null;
    }

    DateTime Bisect(DateTime same, DateTime other, TimeSpan offset)
    {
        while (other - same > Minute)
        {
            var middle = same + Minute * Math.Floor((other - same) / Minute / 2);
            if (zone.GetUtcOffset(middle) == offset) same = middle;
            else other = middle;
        }
        return other;
    }
}
