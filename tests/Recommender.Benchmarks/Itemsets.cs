using System.Diagnostics;
using Recommender.Core.Baskets;
using Recommender.Core.Baskets.Itemsets;
using Recommender.Core.Datasets;

namespace Recommender.Benchmarks;

/// <summary>Counting itemsets beside the same by plain lists of baskets, on the reference rows.</summary>
static class Itemsets
{
    const int RoundCount = 3;
    const int Groceries = 5;   // 0.05 % of 9,835 baskets
    const int LastReference = 100;   // below, the reference takes minutes a kind and counts the frequent ones only

    public static void Run(TextWriter output, CancellationToken cancellationToken)
    {
        output.WriteLine($"Itemsets counted, not listed; best of {RoundCount} rounds. Scalar: intersected lists of baskets, one thread, one round.");
        output.WriteLine();
        output.WriteLine("| data | least count | kind | itemsets | 1 thread s | 2 threads s | listed, 2 threads s | scalar s | times faster than scalar, 1 thread | 2 threads |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        if (GroceryBaskets() is { } groceries) Measure("groceries", groceries, Groceries);
        if (RetailShop.Baskets(cancellationToken) is not { } retail) return;

        foreach (var minCount in (ReadOnlySpan<int>)[100, 60, 40]) Measure("retail", retail, minCount);

        void Measure(string name, BasketSet baskets, int minCount)
        {
            foreach (var kind in Enum.GetValues<ItemsetKind>())
            {
                var options = new MiningOptions { Kind = kind, MinCount = minCount };
                var itemsets = ItemsetMiner.Mine(baskets, options, take: null, cancellationToken).Itemsets;
                var one = Best(() => ItemsetMiner.Mine(baskets, options with { Threads = 1 }, take: null, cancellationToken), RoundCount);
                var two = Best(() => ItemsetMiner.Mine(baskets, options with { Threads = 2 }, take: null, cancellationToken), RoundCount);
                var listed = Best(() => ItemsetMiner.Mine(baskets, options with { Threads = 2 }, _ => { }, cancellationToken), 1);
                var isMeasured = minCount >= LastReference || kind == ItemsetKind.Frequent || baskets.Count < 10_000;
                var scalar = isMeasured ? Best(() => Expect(itemsets, new ScalarEclat(kind, minCount, cancellationToken).Count(baskets.Lines)), 1) : TimeSpan.Zero;
                var ratios = isMeasured ? $"{scalar.TotalSeconds:0.0} | {scalar / one:0.0} | {scalar / two:0.0}" : "| |";
                output.WriteLine($"| {name} | {minCount} | {kind.ToString().ToLowerInvariant()} | {itemsets} | {one.TotalSeconds:0.000} | {two.TotalSeconds:0.000} | {listed.TotalSeconds:0.000} | {ratios} |");
            }
        }
    }

    static TimeSpan Best(Action work, int rounds)
    {
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            work();
            if (Stopwatch.GetElapsedTime(started) is var elapsed && elapsed < best) best = elapsed;
        }
        return best;
    }

    static void Expect(long ours, long scalar)
    {
        if (ours != scalar) throw new InvalidOperationException($"The miner counts {ours} itemsets, the reference {scalar}.");
    }

    static BasketSet? GroceryBaskets()
    {
        var file = ProjectRoot.Path("../shared/data/groceries/baskets.csv");
        if (!File.Exists(file)) return null;

        var rows = File.ReadLines(file).Select(line => line.Split(',').Distinct().ToArray()).ToArray();
        var items = Vocabulary.Of(rows.SelectMany(row => row).Distinct().Order(StringComparer.Ordinal));
        return new() { Lines = CsrMatrix.From(rows.Length, items.Count, rows.SelectMany((row, basket) => row.Select(item => (basket, items.Find(item), 1f)))), Items = items };
    }
}
