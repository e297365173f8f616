using Recommender.Core.Baskets.Chance;

namespace Recommender.Core.Baskets.Trends;

/// <summary>
/// Of the baskets with either item of a pair, those with both. Lift has a ceiling, 1 over the share of the more popular item: two things
/// always bought together lose lift when they sell more, though nobody would say that they fell apart. Their shared part stays.
/// </summary>
readonly record struct SharedPart(int Both, int Either)
{
    double Share => (double)Both / Either;

    /// <summary>The shared part of a pair in one period, by the baskets of each item there.</summary>
    public static SharedPart Of(double[] counts, PairChange change, int both) => new(both, (int)(counts[change.Item] + counts[change.Other]) - both);

    /// <summary>Whether it moved the way that <paramref name="sign"/> says, further than chance moves two equal shares in 95 of 100 cases.</summary>
    public static bool Moved(SharedPart before, SharedPart after, int sign)
    {
        if (before.Either == 0 || after.Either == 0) return true;   // nothing to hold against

        var pooled = (double)(before.Both + after.Both) / (before.Either + after.Either);
        var error = Math.Sqrt(pooled * (1 - pooled) * (1.0 / before.Either + 1.0 / after.Either));
        return sign * (after.Share - before.Share) > Wilson.Usual * error;
    }
}
