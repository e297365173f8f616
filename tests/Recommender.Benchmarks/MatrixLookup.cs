using System.Diagnostics;
using Recommender.Core.Baskets.CrossSell;
using Recommender.Core.Baskets.CrossSell.Carts;

namespace Recommender.Benchmarks;

/// <summary>What one question to a cross-sell matrix of the retail baskets costs, on one thread: an anchor's best with weights and filters changed, and a cart.</summary>
static class MatrixLookup
{
    const int Passes = 20;

    public static void Run(TextWriter output, CancellationToken cancellationToken)
    {
        if (RetailShop.Baskets(cancellationToken) is not { } baskets)
        {
            output.WriteLine("The retail data is not beside the project.");
            return;
        }
        var matrix = CrossSellBuilder.Build(baskets, new(), progress: null, cancellationToken);
        output.WriteLine($"Retail: {matrix.ItemCount} anchors, {matrix.Entries} entries kept. Every anchor in turn with other weights and thresholds each time, {Passes} passes; best 20.");
        output.WriteLine();
        output.WriteLine("| question | mean us | slowest anchor, its best pass us | bytes allocated |");
        output.WriteLine("|---|---|---|---|");
        Measure("directional, usual filters", pass => new() { Weights = new(.5 + pass, .3, .2) });
        Measure("directional, no filters", pass => CrossSellQuery.Unfiltered with { Weights = new(.5, .3 + pass, .2) });
        Measure("symmetric, lift 1 and more", pass => new() { IsSymmetric = true, MinSupport = 0, MinConfidence = .01 * pass / Passes, MinLift = 1 });
        Measure("symmetric, no filters", pass => CrossSellQuery.Unfiltered with { IsSymmetric = true, Weights = new(.5, .3, .2 + pass) });
        Carts(output, matrix, baskets);

        void Measure(string what, Func<int, CrossSellQuery> query)
        {
            var best = new CrossSellMatch[20];
            var fastest = new double[matrix.ItemCount];
            Array.Fill(fastest, double.MaxValue);
            var (total, allocated) = (0.0, 0L);
            for (var pass = 0; pass < 2 * Passes; pass++)   // the first half warms up
            {
                cancellationToken.ThrowIfCancellationRequested();
                var asked = query(pass % Passes);
                var before = GC.GetAllocatedBytesForCurrentThread();
                for (var anchor = 0; anchor < matrix.ItemCount; anchor++)
                {
                    var started = Stopwatch.GetTimestamp();
                    matrix.Find(anchor, asked, best);
                    var elapsed = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
                    if (pass < Passes) continue;

                    total += elapsed;
                    fastest[anchor] = Math.Min(fastest[anchor], elapsed);
                }
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            }
            output.WriteLine($"| {what} | {total / Passes / matrix.ItemCount:0.00} | {fastest.Max():0.0} | {allocated} |");
        }
    }

    static void Carts(TextWriter output, CrossSellMatrix matrix, Recommender.Core.Baskets.BasketSet baskets)
    {
        var scorer = new CartScorer(matrix, new());
        var carts = Enumerable.Range(0, baskets.Count).Where(basket => baskets.Lines.RowCount(basket) is >= 3 and <= 10).Take(2000).Select(basket => baskets.Lines.RowIndices(basket).ToArray()).ToArray();
        var measured = Measured.Repeat(5, () =>
        {
            foreach (var cart in carts) scorer.Suggest(cart, 20);
        }, CancellationToken.None);
        output.WriteLine();
        output.WriteLine($"Carts of 3 to 10 items, 20 suggestions with their evidence: {measured.Median.TotalMicroseconds / carts.Length:0} us each.");
    }
}
