using Recommender.Core.Numerics;

namespace Recommender.Storage.Generation.Beauty;

/// <summary>
/// The planted pairs. Whatever else a basket holds and whoever fills it, it contains A with probability p, B with p and both with
/// lift p^2; nothing else ever puts A or B into a basket. So lift is the true lift by construction.
/// </summary>
/// <remarks>
/// The outcomes of one pair follow a golden-ratio-like sequence with a step of its own instead of coin tosses. Shares are
/// met almost exactly in every stretch of baskets, and the order strong, medium, weak holds even in the smallest shop.
/// </remarks>
sealed class BeautyPairs(IReadOnlyList<BeautyPair> pairs, bool planted)
{
    /// <summary>The share of all baskets with A, and with B.</summary>
    public const double Share = 0.04;

    public const int PairsPerStrength = 5;

    public static readonly (string Strength, double Lift, string FamilyA, string FamilyB)[] Kinds =
    [
        ("strong", 14, "Shampoo", "Conditioner"),
        ("medium", 6, "Face Cream", "Serum"),
        ("weak", 2.5, "Perfume", "Body Lotion"),
    ];

    public IReadOnlyList<BeautyPair> All => pairs;

    public double LiftOf(BeautyPair pair) => planted ? pair.Lift : 1;

    /// <summary>Adds to the basket what the planted pairs put into basket number <paramref name="basketNumber"/> of a block.</summary>
    public void AddTo(Basket basket, ulong blockOffset, ulong basketNumber, RandomStream random)
    {
        for (var i = 0; i < pairs.Count; i++)
        {
            var both = LiftOf(pairs[i]) * Share * Share;
            var place = RandomStream.Mix(blockOffset + (ulong)i) + basketNumber * Steps[i];
            var u = (place >> 11) * (1.0 / (1UL << 53));
            if (u >= 2 * Share - both) continue;

            if (u < Share) basket.Add(pairs[i].A, BeautyTaste.Quantity(random));
            if (u < both || u >= Share) basket.Add(pairs[i].B, BeautyTaste.Quantity(random));
        }
    }

    /// <summary>Fractional parts of the square roots of primes, as 64-bit fractions: badly approximable, and independent of each other.</summary>
    static readonly ulong[] Steps =
        [.. new[] { 2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47 }.Select(FractionOfRoot)];

    static ulong FractionOfRoot(int prime)
    {
        var root = System.Numerics.BigInteger.One << 40;
        var target = new System.Numerics.BigInteger(prime) << 128;
        for (var i = 0; i < 200; i++) root = (root + target / root) >> 1;

        return (ulong)(root & ulong.MaxValue);
    }
}
