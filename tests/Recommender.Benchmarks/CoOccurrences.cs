using Recommender.Core.Datasets;
using Recommender.Core.Numerics;

namespace Recommender.Benchmarks;

/// <summary>X'X, the co-occurrence counts of all items, beside scipy's sparse product of the same matrix.</summary>
static class CoOccurrences
{
    const int Customers = 100_000;
    const int Items = 20_000;
    const int PairCount = 5_000_000;
    const int RoundCount = 2;

    public static void Run(TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("recommender-benchmark-");
        try
        {
            var x = Pairs.Generate(Customers, Items, PairCount);
            Pairs.Save(x, folder.FullName);
            using var scipy = new PythonRounds(Pairs.Load(x), "return X.T @ X", folder.FullName);
            output.WriteLine($"X: {Customers} customers, {Items} items, {PairCount} pairs. scipy: X.T @ X of CSR float32, on one thread as it does. Best of {RoundCount} rounds, alternating; transposing X is part of both.");
            output.WriteLine();
            output.WriteLine("| ours | s | scipy s | times faster |");
            output.WriteLine("|---|---|---|---|");
            foreach (var threads in (ReadOnlySpan<int>)[1, 2])
                Measure($"every row of counts handed out, {threads} threads", () => Count(x, Options(threads)));
            Measure("dense matrix, 2 threads", () => CoOccurrence.Dense(x, x.Transpose(), Options(2)));

            ParallelOptions Options(int threads) => new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };

            void Measure(string what, Action work)
            {
                var (ours, theirs) = Rounds.Best(RoundCount, work, scipy, cancellationToken);
                output.WriteLine($"| {what} | {ours.TotalSeconds:0.00} | {theirs.TotalSeconds:0.00} | {theirs / ours:0.0} |");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Reading every count keeps the product from being skipped: their sum is the sum of the squared numbers of items of all customers.
    static void Count(CsrMatrix x, ParallelOptions options)
    {
        var all = 0L;
        SparseProduct.ForEachRow(x.Transpose(), x, (_, _, sums) =>
        {
            var ofRow = 0.0;
            foreach (var sum in sums) ofRow += sum;
            Interlocked.Add(ref all, (long)ofRow);
        }, options);
        var expected = 0L;
        for (var customer = 0; customer < x.Rows; customer++) expected += (long)x.RowCount(customer) * x.RowCount(customer);
        if (all != expected) throw new InvalidOperationException($"The counts sum to {all} instead of {expected}.");
    }
}
