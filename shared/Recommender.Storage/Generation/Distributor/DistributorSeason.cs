namespace Recommender.Storage.Generation.Distributor;

/// <summary>When the distributor is busy, and in which months a family is wanted in larger quantities.</summary>
static class DistributorSeason
{
    public static readonly double[] AllYear = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    public static readonly double[] Summer = [0.7, 0.7, 0.8, 1, 1.2, 1.4, 1.5, 1.4, 1.1, 0.9, 0.7, 0.6];
    public static readonly double[] Winter = [1.4, 1.3, 1.1, 0.9, 0.8, 0.7, 0.7, 0.7, 0.9, 1.1, 1.2, 1.2];

    const double YearlyGrowth = 0.04;

    static readonly double[] Months = [1, 1.05, 1.05, 1, 1, 1, 0.95, 0.8, 1.05, 1.1, 1.1, 0.8];

    /// <summary>Orders come on working days, fewer in August and at the end of the year, and a little more every year.</summary>
    public static double Busyness(DateOnly date, DateOnly first)
    {
        if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) return 0;
        if (date.Month == 12 && date.Day >= 24) return 0.2;

        var years = (date.DayNumber - first.DayNumber) / 365.0;
        return Months[date.Month - 1] * (1 + YearlyGrowth * years);
    }
}
