using Recommender.Core.Numerics;

namespace Recommender.Core.Baskets.CrossSell.Counting;

/// <summary>Counts the pairs of every anchor on several threads; each thread takes a few anchors at a time and keeps what it finds to itself.</summary>
static class PairScan
{
    const int Stride = 8;

    /// <summary>What a thread does with each anchor: it is given the rank only, and counts it with the row that it owns.</summary>
    public static void ForEach(int ranks, Func<int, Action<int>> worker, PairScanOptions options, CancellationToken cancellationToken)
    {
        var (next, done) = (0, 0);
        var threads = Math.Max(1, Math.Min(options.Threads, (ranks + Stride - 1) / Stride));
        Loop.For(threads, threads, place =>
        {
            var take = worker(place);
            for (int begin; (begin = Interlocked.Add(ref next, Stride) - Stride) < ranks;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var end = Math.Min(begin + Stride, ranks);
                for (var rank = begin; rank < end; rank++) take(rank);
                var before = Interlocked.Add(ref done, end - begin) - (end - begin);
                if (options.Progress is { } progress && before * 100L / ranks != (before + Stride) * 100L / ranks) progress.Report((before + end - begin) / (double)ranks);
            }
        }, cancellationToken);
    }
}
