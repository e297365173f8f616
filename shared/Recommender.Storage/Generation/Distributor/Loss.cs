namespace Recommender.Storage.Generation.Distributor;

/// <summary>A decline from a day on: at once, or evenly over the days of the fade.</summary>
sealed record Loss(int From, double RateAfter, int FadeDays)
{
    public string Shape => FadeDays == 0 ? "sudden" : "gradual";

    /// <summary>What is left of the former rate on this day.</summary>
    public double RateOn(int day)
    {
        if (day < From) return 1;
        if (day >= From + FadeDays) return RateAfter;

        return 1 - (1 - RateAfter) * (day - From) / FadeDays;
    }
}
