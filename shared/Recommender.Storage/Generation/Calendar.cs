using System.Globalization;
using System.Text;

namespace Recommender.Storage.Generation;

/// <summary>
/// The days of a shop's history. Customers keep their rhythm in shop time, which runs fast on busy days and slow on quiet ones:
/// so every customer follows week and year without a rule of its own.
/// </summary>
sealed class Calendar
{
    readonly double[] _shopTime;   // shop time at the start of each day; one day of shop time is an average day
    readonly byte[][] _dates;

    public Calendar(DateOnly end, int days, Func<DateOnly, double> busyness)
    {
        (First, Days) = (end.AddDays(1 - days), days);
        _shopTime = new double[days + 1];
        for (var day = 0; day < days; day++) _shopTime[day + 1] = _shopTime[day] + busyness(Date(day));

        var scale = days / _shopTime[days];
        for (var day = 0; day <= days; day++) _shopTime[day] *= scale;

        _dates = [.. Enumerable.Range(0, days).Select(day => Encoding.UTF8.GetBytes(Text(day)))];
    }

    public DateOnly First { get; }

    public int Days { get; }

    public DateOnly Date(int day) => First.AddDays(day);

    public string Text(int day) => Date(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public ReadOnlySpan<byte> Utf8(int day) => _dates[day];

    /// <summary>Months since the first day's month.</summary>
    public int Month(int day) => MonthOf(Date(day)) - MonthOf(First);

    public int Months => Month(Days - 1) + 1;

    public double ShopTime(int day) => _shopTime[Math.Clamp(day, 0, Days)];

    /// <summary>The day on which this shop time falls; <see cref="Days"/> when it is after the end.</summary>
    public int DayAt(double shopTime)
    {
        if (shopTime >= _shopTime[Days]) return Days;

        var found = Array.BinarySearch(_shopTime, shopTime);
        return found >= 0 ? found : ~found - 1;
    }

    static int MonthOf(DateOnly date) => date.Year * 12 + date.Month;
}
