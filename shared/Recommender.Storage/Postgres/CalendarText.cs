using System.Buffers.Binary;

namespace Recommender.Storage.Postgres;

/// <summary>Days and microseconds since 2000-01-01 as ISO 8601; any year, since PostgreSQL keeps more of them than .NET.</summary>
static class CalendarText
{
    const long MicrosecondsADay = 86_400_000_000;

    // Days from 0000-03-01, where the cycle of 400 years begins, to 2000-01-01.
    const long DaysToEpoch = 730_425;

    public static void AppendDate(ReadOnlySpan<byte> value, RowText row)
    {
        var days = BinaryPrimitives.ReadInt32BigEndian(value);
        if (!AppendInfinity(days == int.MaxValue, days == int.MinValue, row)) AppendDay(days, row);
    }

    public static void AppendTime(ReadOnlySpan<byte> value, RowText row) =>
        AppendTimeOfDay(BinaryPrimitives.ReadInt64BigEndian(value), row);

    public static void AppendTimestamp(ReadOnlySpan<byte> value, RowText row) => AppendMoment(value, row);

    /// <summary>timestamptz is sent in UTC whatever the session's zone is.</summary>
    public static void AppendInstant(ReadOnlySpan<byte> value, RowText row)
    {
        if (AppendMoment(value, row)) row.Append((byte)'Z');
    }

    static bool AppendMoment(ReadOnlySpan<byte> value, RowText row)
    {
        var microseconds = BinaryPrimitives.ReadInt64BigEndian(value);
        if (AppendInfinity(microseconds == long.MaxValue, microseconds == long.MinValue, row)) return false;

        var day = Math.DivRem(microseconds, MicrosecondsADay, out var time);
        if (time < 0) (day, time) = (day - 1, time + MicrosecondsADay);
        AppendDay(day, row);
        row.Append((byte)'T');
        AppendTimeOfDay(time, row);
        return true;
    }

    static bool AppendInfinity(bool positive, bool negative, RowText row)
    {
        if (positive) row.Append("infinity"u8);
        if (negative) row.Append("-infinity"u8);
        return positive || negative;
    }

    // Years that begin in March put the leap day last, so that a day's place in its year does not depend on it.
    static void AppendDay(long sinceEpoch, RowText row)
    {
        var days = sinceEpoch + DaysToEpoch;
        var cycle = (days >= 0 ? days : days - 146_096) / 146_097;
        var dayOfCycle = days - cycle * 146_097;
        var yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365;
        var dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100);
        var month = (5 * dayOfYear + 2) / 153;
        var day = dayOfYear - (153 * month + 2) / 5 + 1;
        var year = yearOfCycle + cycle * 400 + (month >= 10 ? 1 : 0);

        row.Append(year, "D4");
        row.Append((byte)'-');
        row.Append(month < 10 ? month + 3 : month - 9, "D2");
        row.Append((byte)'-');
        row.Append(day, "D2");
    }

    static void AppendTimeOfDay(long microseconds, RowText row)
    {
        var seconds = Math.DivRem(microseconds, 1_000_000, out var fraction);
        row.Append(seconds / 3600, "D2");
        row.Append((byte)':');
        row.Append(seconds / 60 % 60, "D2");
        row.Append((byte)':');
        row.Append(seconds % 60, "D2");
        if (fraction == 0) return;

        Span<byte> six = stackalloc byte[6];
        fraction.TryFormat(six, out _, "D6");
        row.Append((byte)'.');
        row.Append(six.TrimEnd((byte)'0'));
    }
}
