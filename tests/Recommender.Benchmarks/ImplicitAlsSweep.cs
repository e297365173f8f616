using System.Diagnostics;
using Recommender.Core.Datasets;
using Recommender.Core.Numerics;
using Recommender.Training.Trainers;
using Recommender.Training.Trainers.ImplicitAls;

namespace Recommender.Benchmarks;

/// <summary>
/// Sweeps of implicit-als (customers, then items) beside the machine's own matrix product, in alternating rounds. Operations are counted
/// as purchases d (d + 1) + rows d³/3 a half sweep, whatever the solver does.
/// </summary>
static class ImplicitAlsSweep
{
    const int Side = 2048;
    const int FewestRounds = 3;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public static void Run(TextWriter output, CancellationToken cancellationToken)
    {
        output.WriteLine($"Best of at least {FewestRounds} alternating rounds. Ratio: operations a second of a sweep over those of a product of two {Side} x {Side} matrices on as many threads.");
        output.WriteLine();
        output.WriteLine("| shop | customers | items | pairs | d | solver | threads | sweep ms | pairs/s | GF/s | product GF/s | ratio | bytes allocated a sweep | a row |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var (shop, kinds) in Cases(cancellationToken))
        {
            foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct())
            {
                foreach (var options in kinds) output.WriteLine(Line(shop, options, threads, cancellationToken));
            }
        }
    }

    static IEnumerable<(Dataset Shop, ImplicitAlsOptions[] Kinds)> Cases(CancellationToken cancellationToken)
    {
        ImplicitAlsOptions[] usual = [new() { Factors = 64 }, new() { Factors = 128 }];
        if (RetailShop.Read(cancellationToken) is { } retail)
            yield return (retail, [.. usual, new() { Factors = 256 }, new() { Factors = 256, Solver = AlsSolver.Blocks }, new() { Factors = 256, Solver = AlsSolver.Blocks, Block = 128 }]);
        yield return (new PowerLawShop(100_000, 20_000, PairsEach: 50).Create(seed: 17), usual);
    }

    static string Line(Dataset shop, ImplicitAlsOptions options, int threads, CancellationToken cancellationToken)
    {
        var (byCustomer, byItem) = (shop.CustomerItems(options.Weighting), shop.ItemCustomers(options.Weighting));
        var context = new TrainingContext { Threads = threads, Cancellation = cancellationToken };
        var tables = new StartingVectors(options, context).Of(byItem);
        var step = new HalfStep(new(options.Regularization, options.Unobserved, options.Exponent, options.Weighting), options, context);
        var (a, b, c) = (Matrix.Zero(Side, Side), Matrix.Zero(Side, Side), Matrix.Zero(Side, Side));
        a.Data.Span.Fill(1);
        b.Data.Span.Fill(1);

        var (sweep, product, bytes) = (double.MaxValue, double.MaxValue, long.MaxValue);
        var started = Stopwatch.GetTimestamp();
        for (var round = 0; round <= FewestRounds || Stopwatch.GetElapsedTime(started) < Patience; round++)
        {
            product = Math.Min(product, Seconds(() => Gemm.Multiply(a, b, c, new(threads: threads), cancellationToken)));
            var before = GC.GetTotalAllocatedBytes(precise: true);
            sweep = Math.Min(sweep, Seconds(() =>
            {
                step.Solve(byCustomer, tables.Customers, tables.Items);
                step.Solve(byItem, tables.Items, tables.Customers);
            }));
            bytes = Math.Min(bytes, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        var d = (double)options.Factors;
        var rows = byCustomer.Rows + byItem.Rows;
        var rate = (2 * byCustomer.Count * d * (d + 1) + rows * d * d * d / 3) / sweep / 1e9;
        var productRate = 2.0 * Side * Side * Side / product / 1e9;
        return $"| {shop.Name} | {byCustomer.Rows:N0} | {byItem.Rows:N0} | {byCustomer.Count:N0} | {options.Factors} | {(options.Solver == AlsSolver.Blocks ? $"blocks of {options.Block}" : "cholesky")} | {threads} | {sweep * 1e3:N0} | {byCustomer.Count / sweep:N0} | {rate:N1} | {productRate:N1} | {rate / productRate:0.00} | {bytes:N0} | {(double)bytes / rows:0.0} |";
    }

    static double Seconds(Action work)
    {
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
