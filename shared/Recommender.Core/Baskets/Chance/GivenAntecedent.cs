namespace Recommender.Core.Baskets.Chance;

/// <summary>
/// What the baskets with an antecedent hold of a consequent by chance: those baskets are given, with their sizes, and the antecedent has
/// taken its places in them. For one thread.
/// </summary>
/// <remarks>
/// Of a basket of s items, r = s - |A| places are left, and M = s - sum of A's p was expected there, with spread W = V - sum of A's p (1-p).
/// All odds o = p / (1 - p) beside A's fall by one factor, such that r is expected: found as if N = M^2 / (M - W) equal items were left,
/// which have the same M and W, factor = r / (N - r) (N - M) / M. Exact where all p are small, and where all are equal.
/// </remarks>
sealed class GivenAntecedent(SizePopularityNull chance, int[] sizeClasses)
{
    readonly int[] _baskets = new int[chance.Sizes.Length];
    readonly List<int> _touched = [];

    /// <summary>The class of the size of each basket; shared by all threads.</summary>
    public static int[] SizeClasses(SizePopularityNull chance, BasketSet baskets)
    {
        var classes = new int[baskets.Count];
        for (var basket = 0; basket < classes.Length; basket++)
        {
            var size = baskets.Lines.RowCount(basket);
            classes[basket] = size == 0 ? -1 : chance.SizeClass(size);
        }
        return classes;
    }

    /// <summary>How many of the baskets with all <paramref name="given"/> items hold all <paramref name="wanted"/> ones too.</summary>
    public double Expected(ReadOnlySpan<int> given, ReadOnlySpan<int> wanted, ReadOnlySpan<int> baskets)
    {
        foreach (var basket in baskets)
        {
            if (_baskets[sizeClasses[basket]]++ == 0) _touched.Add(sizeClasses[basket]);
        }
        var expected = 0.0;
        foreach (var size in _touched)
        {
            expected += _baskets[size] * Share(given, wanted, size);
            _baskets[size] = 0;
        }
        _touched.Clear();
        return expected;
    }

    double Share(ReadOnlySpan<int> given, ReadOnlySpan<int> wanted, int size)
    {
        double places = chance.Sizes[size] - given.Length, mean = chance.Sizes[size], spread = chance.SpreadAt(size);
        foreach (var item in given) Take(chance.ShareAt(size, item), ref mean, ref spread);
        var product = 1.0;
        foreach (var item in wanted)
        {
            var share = chance.ShareAt(size, item);
            product *= Left(share, places, mean, spread);
            Take(share, ref mean, ref spread);
            places--;
        }
        return product;
    }

    static void Take(double share, ref double mean, ref double spread)
    {
        mean -= share;
        spread -= share * (1 - share);
    }

    static double Left(double share, double places, double mean, double spread)
    {
        if (places <= 0 || mean <= 0) return 0;

        var squares = Math.Max(0, mean - spread) / (mean * mean);   // 1 / N
        if (share >= 1 || places * squares >= 1) return 1;
        var odds = share / (1 - share) * (places / (1 - places * squares)) * Math.Max(0, 1 - mean * squares) / mean;
        return odds / (1 + odds);
    }
}
