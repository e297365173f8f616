using System.Numerics;
using System.Runtime.InteropServices;
using Recommender.Core.Numerics;

namespace Recommender.Core.Evaluation.Intervals;

/// <summary>
/// How often a person is drawn when as many are drawn as there are, for many persons: Poisson with mean 1, each person apart (Chamandy,
/// Muralidharan, Najmi and Naidu, 2012). No draw has to know how many persons there are.
/// </summary>
static class PoissonCounts
{
    const int Steps = 1 << 16;   // a count is decided by 16 bits: each random number of 64 serves four
    const int Block = 256;

    // The first step that counts more than 0, 1, 2 ...
    static readonly ushort[] Bounds = [.. FirstSteps()];

    /// <summary>Fills <paramref name="counts"/> from the stream.</summary>
    public static void Fill(Span<float> counts, RandomStream random)
    {
        Span<ulong> drawn = stackalloc ulong[Block / 4];
        for (; counts.Length > 0; counts = counts[Math.Min(Block, counts.Length)..])
        {
            var block = counts[..Math.Min(Block, counts.Length)];
            var numbers = drawn[..((block.Length + 3) / 4)];
            foreach (ref var number in numbers) number = random.Next();
            Count(MemoryMarshal.Cast<ulong, ushort>(numbers)[..block.Length], block);
        }
    }

    static void Count(ReadOnlySpan<ushort> steps, Span<float> counts)
    {
        var place = 0;
        for (; place <= steps.Length - Vector<ushort>.Count; place += Vector<ushort>.Count)
        {
            var (step, passed) = (new Vector<ushort>(steps[place..]), Vector<ushort>.Zero);
            foreach (var bound in Bounds) passed -= Vector.GreaterThanOrEqual(step, new Vector<ushort>(bound));   // true is -1
            Vector.Widen(passed, out var low, out var high);
            Vector.ConvertToSingle(Vector.AsVectorInt32(low)).CopyTo(counts[place..]);
            Vector.ConvertToSingle(Vector.AsVectorInt32(high)).CopyTo(counts[(place + Vector<float>.Count)..]);
        }
        for (; place < steps.Length; place++)
        {
            var passed = 0;
            foreach (var bound in Bounds) passed += steps[place] >= bound ? 1 : 0;
            counts[place] = passed;
        }
    }

    static IEnumerable<ushort> FirstSteps()
    {
        var (count, probability) = (0, Math.Exp(-1));
        var cumulated = probability;
        for (var step = 0; step < Steps; step++)
        {
            for (; (step + 0.5) / Steps > cumulated; cumulated += probability /= ++count) yield return (ushort)step;
        }
    }
}
