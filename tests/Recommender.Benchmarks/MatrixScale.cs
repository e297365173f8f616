using System.Diagnostics;
using Recommender.Core.Baskets;
using Recommender.Core.Baskets.CrossSell;
using Recommender.Core.Datasets;
using Recommender.Core.Numerics;

namespace Recommender.Benchmarks;

/// <summary>The matrix of generated shops of 100,000 items, whose popularity falls by a power law, with more and more baskets.</summary>
static class MatrixScale
{
    const int Items = 100_000;
    const double MeanSize = 5;
    const double Gigabyte = 1 << 30;

    public static void Run(TextWriter output, CancellationToken cancellationToken)
    {
        output.WriteLine($"{Items} items, an item's popularity by the third power of a uniform number; baskets of 1 and exponentially more items, {MeanSize} on average; best 50 by count and by lift of each item, substitutes; 2 threads. From the baskets in memory to the finished matrix; peak of the whole process, the baskets included.");
        output.WriteLine();
        output.WriteLine("| baskets | lines | sum of squared sizes | s | ns by squared size | entries kept | peak GB |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var count in (ReadOnlySpan<int>)[2_500_000, 5_000_000, 10_000_000])
        {
            var baskets = Generate(count, cancellationToken);
            var squares = 0.0;
            for (var basket = 0; basket < count; basket++) squares += (double)baskets.Lines.RowCount(basket) * baskets.Lines.RowCount(basket);
            var started = Stopwatch.GetTimestamp();
            var matrix = CrossSellBuilder.Build(baskets, new() { Threads = 2 }, progress: null, cancellationToken);
            var elapsed = Stopwatch.GetElapsedTime(started);
            using var process = Process.GetCurrentProcess();
            output.WriteLine($"| {count} | {baskets.Lines.Count} | {squares:0} | {elapsed.TotalSeconds:0.0} | {elapsed.TotalNanoseconds / squares:0.0} | {matrix.Entries} | {process.PeakWorkingSet64 / Gigabyte:0.0} |");
        }
    }

    static BasketSet Generate(int count, CancellationToken cancellationToken)
    {
        var starts = new int[count + 1];
        for (var basket = 0; basket < count; basket++) starts[basket + 1] = starts[basket] + 1 + (int)((MeanSize - .5) * new RandomStream(1, 1, (ulong)basket).Exponential());
        var numbers = new int[Items];   // in no order of popularity, as ids are
        for (var item = 0; item < Items; item++) numbers[item] = item;
        new RandomStream(1, 2).Shuffle<int>(numbers);

        var indices = new int[starts[^1]];
        Parallel.For(0, count, new() { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken }, basket =>
        {
            var random = new RandomStream(1, 3, (ulong)basket);
            var row = indices.AsSpan(starts[basket]..starts[basket + 1]);
            for (var at = 0; at < row.Length;)
            {
                var u = random.NextDouble();
                row[at] = numbers[(int)(Items * u * u * u)];
                if (!row[..at].Contains(row[at])) at++;
            }
            row.Sort();
        });
        return new() { Lines = new(starts, indices, default, Items), Items = Vocabulary.Empty };
    }
}
