namespace Recommender.Storage.Generation.Beauty;

/// <summary>When the beauty shop is busy, and in which months a family is wanted.</summary>
static class BeautySeason
{
    public static readonly double[] AllYear = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    public static readonly double[] Summer = [0.2, 0.2, 0.4, 0.9, 1.6, 2.6, 2.9, 2.3, 0.9, 0.4, 0.2, 0.2];
    public static readonly double[] Winter = [1.5, 1.4, 1.1, 0.9, 0.8, 0.7, 0.7, 0.7, 0.9, 1.1, 1.3, 1.5];
    public static readonly double[] Gifts = [0.8, 1.1, 0.9, 0.9, 1.5, 0.9, 0.8, 0.8, 0.8, 0.9, 1.3, 2.4];

    static readonly double[] Months = [0.85, 0.95, 0.95, 0.95, 1.05, 1, 0.95, 0.85, 0.95, 1, 1.15, 1.35];
    static readonly double[] Weekdays = [0.85, 0.9, 0.9, 0.95, 1, 1.1, 1.3];   // Sunday first

    public static double Busyness(DateOnly date)
    {
        var busyness = Months[date.Month - 1] * Weekdays[(int)date.DayOfWeek];
        if (date.Month == 12 && date.Day is >= 8 and <= 23) busyness *= 1.4;
        if (date.Month == 12 && date.Day is 25 or 26) busyness *= 0.3;

        var beforeMothersDay = MothersDay(date.Year).DayNumber - date.DayNumber;
        return beforeMothersDay is >= 0 and <= 8 ? busyness * 1.5 : busyness;
    }

    /// <summary>The second Sunday of May.</summary>
    static DateOnly MothersDay(int year)
    {
        var first = new DateOnly(year, 5, 1);
        return first.AddDays((7 - (int)first.DayOfWeek) % 7 + 7);
    }
}
