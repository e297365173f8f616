namespace Recommender.Storage.Sources.Formats;

/// <summary>How a column writes its moments.</summary>
/// <param name="Name">What a person calls it.</param>
/// <param name="Macro">The SQL macro that reads it into a naive timestamp.</param>
sealed record DateStyle(string Name, string Macro)
{
    public static readonly DateStyle Iso = new("year-month-day", "date_iso");
    public static readonly DateStyle DaySlash = new("day/month/year", "date_day_slash");
    public static readonly DateStyle MonthSlash = new("month/day/year", "date_month_slash");
    public static readonly DateStyle DayDash = new("day-month-year", "date_day_dash");
    public static readonly DateStyle MonthDash = new("month-day-year", "date_month_dash");

    /// <summary>The first that reads most texts is taken.</summary>
    public static readonly IReadOnlyList<DateStyle> Known =
    [
        Iso,
        new("yyyymmdd", "date_compact"),
        new("seconds since 1970", "date_epoch"),
        new("milliseconds since 1970", "date_epoch_ms"),
        new("Excel's count of days", "date_excel"),
        new("day.month.year", "date_day_dot"),
        DaySlash, MonthSlash, DayDash, MonthDash,
        new("month by name", "date_named_month"),
    ];

    /// <summary>The style that reads the same texts with day and month exchanged.</summary>
    public DateStyle? Twin =>
        this == DaySlash ? MonthSlash
        : this == MonthSlash ? DaySlash
        : this == DayDash ? MonthDash
        : this == MonthDash ? DayDash
        : null;

    public bool IsDayFirst => this == DaySlash || this == DayDash;
}
