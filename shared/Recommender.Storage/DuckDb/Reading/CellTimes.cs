using DuckDB.NET.Native;

namespace DuckDB.NET.Data;

/// <summary>Dates, times and spans out of a cell.</summary>
static class CellTimes
{
    /// <summary>The timestamp's moment; of the zoned type in UTC, otherwise as written.</summary>
    public static DateTime DateTime(this ColumnVector column, long row) => column.Type.Id switch
    {
        DuckDBType.Date => column.Date(row).ToDateTime(TimeOnly.MinValue),
        DuckDBType.TimestampTz => new(Ticks(column, row), DateTimeKind.Utc),
        _ => new(Ticks(column, row)),
    };

    public static DateOnly Date(this ColumnVector column, long row)
    {
        if (column.Type.Id is DuckDBType.Timestamp) return DateOnly.FromDateTime(column.DateTime(row));
        if (column.Type.Id != DuckDBType.Date) throw ReadErrors.NotA(column, "date");

        var number = column.Stored<int>(row) + (long)EpochDay;
        if (number < 0 || number > DateOnly.MaxValue.DayNumber) throw ReadErrors.OutOfRange(column, typeof(DateOnly), inner: null);
        return DateOnly.FromDayNumber((int)number);
    }

    public static TimeOnly Time(this ColumnVector column, long row)
    {
        if (column.Type.Id != DuckDBType.Time) throw ReadErrors.NotA(column, "time of day");

        var micros = column.Stored<long>(row);
        if (micros >= TimeSpan.MicrosecondsPerDay) throw ReadErrors.OutOfRange(column, typeof(TimeOnly), inner: null);   // 24:00:00 is a time to DuckDB
        return new(micros * TimeSpan.TicksPerMicrosecond);
    }

    public static TimeSpan Span(this ColumnVector column, long row)
    {
        if (column.Type.Id == DuckDBType.Time) return column.Time(row).ToTimeSpan();
        if (column.Type.Id != DuckDBType.Interval) throw ReadErrors.NotA(column, "time span");

        var interval = column.Stored<NativeInterval>(row);
        var ticks = (Int128)interval.Micros * TimeSpan.TicksPerMicrosecond + (Int128)interval.Days * TimeSpan.TicksPerDay;
        if (interval.Months != 0 || ticks < long.MinValue || ticks > long.MaxValue)
            throw ReadErrors.OutOfRange(column, typeof(TimeSpan), inner: null);   // a month has no fixed length
        return new((long)ticks);
    }

    static long Ticks(ColumnVector column, long row)
    {
        var stored = column.Type.Id is DuckDBType.Timestamp or DuckDBType.TimestampTz or DuckDBType.TimestampS or DuckDBType.TimestampMs
            or DuckDBType.TimestampNs ? column.Stored<long>(row) : throw ReadErrors.NotA(column, "timestamp");
        var ticks = System.DateTime.UnixEpoch.Ticks + column.Type.Id switch
        {
            DuckDBType.TimestampS => (Int128)stored * TimeSpan.TicksPerSecond,
            DuckDBType.TimestampMs => (Int128)stored * TimeSpan.TicksPerMillisecond,
            DuckDBType.TimestampNs => Math.DivRem(stored, 100).Quotient - (stored % 100 < 0 ? 1 : 0),   // towards the past, as DuckDB does
            _ => (Int128)stored * TimeSpan.TicksPerMicrosecond,
        };
        if (ticks < 0 || ticks > System.DateTime.MaxValue.Ticks || stored == long.MaxValue || stored == -long.MaxValue)
            throw ReadErrors.OutOfRange(column, typeof(DateTime), inner: null);   // years past 9999, and infinity
        return (long)ticks;
    }

    static readonly int EpochDay = DateOnly.FromDateTime(System.DateTime.UnixEpoch).DayNumber;
}
