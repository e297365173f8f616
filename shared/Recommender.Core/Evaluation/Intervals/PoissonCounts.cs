using Recommender.Core.Numerics;

namespace Recommender.Core.Evaluation.Intervals;

/// <summary>
/// How often a person is drawn when as many are drawn as there are, for many persons: Poisson with mean 1, each person apart (Chamandy,
/// Muralidharan, Najmi and Naidu, 2012). No draw has to know how many persons there are.
/// </summary>
static class PoissonCounts
{
    const int Steps = 1 << 16;   // a count is decided by 16 bits: each random number of 64 serves four

    static readonly byte[] Quantiles = Table();

    /// <summary>Fills <paramref name="counts"/> from the stream.</summary>
    public static void Fill(Span<float> counts, RandomStream random)
    {
        var bits = 0UL;
        for (var place = 0; place < counts.Length; place++)
        {
            bits = place % 4 == 0 ? random.Next() : bits >> 16;
            counts[place] = Quantiles[(ushort)bits];
        }
    }

    static byte[] Table()
    {
        var table = new byte[Steps];
        var (count, probability) = (0, Math.Exp(-1));
        var cumulated = probability;
        for (var step = 0; step < Steps; step++)
        {
            while ((step + 0.5) / Steps > cumulated) cumulated += probability /= ++count;
            table[step] = (byte)count;
        }
        return table;
    }
}
