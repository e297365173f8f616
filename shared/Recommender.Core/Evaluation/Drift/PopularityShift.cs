using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Numerics;

namespace Recommender.Core.Evaluation.Drift;

/// <summary>
/// Measures how far the popularity of items moved between two periods of equal length. Two samples of one and the same shop differ too, small
/// ones by much: what chance shows is found by exchanging the periods of each person at the flip of a coin. That keeps what each person
/// likes, so loyal customers do not pass for a change of the shop.
/// </summary>
public static class PopularityShift
{
    const int Draws = 199;

    /// <summary>The shift; the same on any number of threads.</summary>
    public static Shift Measure(IReadOnlyList<PeriodLine> lines, BootstrapOptions options, CancellationToken cancellationToken)
    {
        var persons = lines.Count == 0 ? 0 : lines.Max(line => line.Person) + 1;
        var items = lines.Count == 0 ? 0 : lines.Max(line => line.Item) + 1;
        var observed = Distance(lines, items, new bool[persons]);
        var draws = new double[Draws];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken };
        Parallel.For(0, Draws, parallel, draw => draws[draw] = Distance(lines, items, Coins(persons, new((ulong)options.Seed, (ulong)draw))));

        var after = lines.Count(line => line.IsAfter);
        var p = (1.0 + draws.Count(draw => draw >= observed)) / (1 + Draws);
        return new(observed, draws.Average(), p, lines.Count - after, after);
    }

    static bool[] Coins(int persons, RandomStream random)
    {
        var coins = new bool[persons];
        for (var person = 0; person < persons; person++) coins[person] = (random.Next() & 1) != 0;
        return coins;
    }

    // ½ Σ |share before - share after| over items; a period without lines has no shares and no distance.
    static double Distance(IReadOnlyList<PeriodLine> lines, int items, bool[] isExchanged)
    {
        var (before, after) = (new int[items], new int[items]);
        foreach (var line in lines) (line.IsAfter ^ isExchanged[line.Person] ? after : before)[line.Item]++;

        var (linesBefore, linesAfter) = ((double)before.Sum(), (double)after.Sum());
        if (linesBefore == 0 || linesAfter == 0) return 0;

        var distance = 0.0;
        for (var item = 0; item < items; item++) distance += Math.Abs(before[item] / linesBefore - after[item] / linesAfter);
        return distance / 2;
    }
}
