namespace Recommender.Core.Baskets.Chance;

/// <summary>The interval of a share by Wilson (1927): sound for few baskets and for shares near 0 and 1.</summary>
public static class Wilson
{
    /// <summary>97.5 % of a normal distribution lie below: two sides leave 95 %.</summary>
    public const double Usual = 1.959963984540054;

    /// <summary>The lowest and the highest share that <paramref name="hits"/> of <paramref name="trials"/> agree with; 0 to 1 without a trial.</summary>
    public static (double Low, double High) Of(double hits, double trials, double z = Usual)
    {
        if (trials <= 0) return (0, 1);

        var share = hits / trials;
        var shrunk = z * z / trials;
        var middle = (share + shrunk / 2) / (1 + shrunk);
        var half = z / (1 + shrunk) * Math.Sqrt(share * (1 - share) / trials + shrunk / (4 * trials));
        return (hits <= 0 ? 0 : Math.Max(0, middle - half), hits >= trials ? 1 : Math.Min(1, middle + half));
    }
}
