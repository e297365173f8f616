using System.Diagnostics;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Core.Models;
using Recommender.Core.Models.Factors;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Benchmarks;

/// <summary>The whole evaluation of a factor model, intervals and slices included, beside a bare matrix product on the same cores.</summary>
static class Evaluation
{
    const int Customers = 100_000;
    const int Items = 20_000;
    const int Factors = 64;
    const int Bought = 50;
    const int Targets = 10;
    const int Side = 2048;
    const int Rounds = 5;

    public static void Run(TextWriter findings, CancellationToken cancellationToken)
    {
        var fold = Shop();
        var model = new FactorModel(new(Random(Customers), Random(Items), new float[Items]), new Trained());
        var options = new EvaluationOptions { Cutoffs = [20] };
        var (a, b, c) = (Matrix.Zero(Side, Side), Matrix.Zero(Side, Side), Matrix.Zero(Side, Side));

        var (gemm, whole, ranking) = (0.0, 0.0, 0.0);
        var before = GC.GetTotalAllocatedBytes();
        for (var round = 0; round < Rounds; round++)
        {
            gemm = Math.Max(gemm, Rate(2.0 * Side * Side * Side, () => Gemm.Multiply(a, b, c, default, cancellationToken)));
            whole = Math.Max(whole, Rate(2.0 * Customers * Items * Factors, () => Evaluator.Evaluate(model, fold, options, cancellationToken)));
            ranking = Math.Max(ranking, Rate(2.0 * Customers * Items * Factors, () => Evaluator.Evaluate(model, fold, options with { HasSlices = false, Bootstrap = new() { Resamples = 1 } }, cancellationToken)));
        }
        var allocated = (GC.GetTotalAllocatedBytes() - before) / (2.0 * Rounds * Customers);

        findings.WriteLine($"{Customers:N0} customers over {Items:N0} items, {Factors} factors, lists of 20, {Targets} targets each, new and all; best of {Rounds} rounds, {Environment.ProcessorCount} threads.");
        findings.WriteLine($"One product of customers and items is counted: {2.0 * Customers * Items * Factors / 1e9:0} GFLOP.");
        findings.WriteLine();
        findings.WriteLine("| what | GFLOP/s | of gemm | customers a second |");
        findings.WriteLine("|---|---|---|---|");
        findings.WriteLine($"| gemm {Side} x {Side} x {Side} | {gemm:0} | 1 | |");
        findings.WriteLine($"| whole evaluation: views, slices, 1,000 draws | {whole:0} | {whole / gemm:0.00} | {PerSecond(whole):N0} |");
        findings.WriteLine($"| without slices and draws | {ranking:0} | {ranking / gemm:0.00} | {PerSecond(ranking):N0} |");
        findings.WriteLine();
        findings.WriteLine($"Allocated: {allocated:0} bytes a customer and evaluation.");
    }

    static double PerSecond(double rate) => rate * 1e9 / (2.0 * Items * Factors);

    static double Rate(double operations, Action work)
    {
        var started = Stopwatch.GetTimestamp();
        work();
        return operations / Stopwatch.GetElapsedTime(started).TotalSeconds / 1e9;
    }

    // A basket each of things that go from the popular to the rare, and later things from the same counter.
    static Fold Shop()
    {
        var builder = new BasketsBuilder(Customers, Items, Customers);
        for (var customer = 0; customer < Customers; customer++) builder.AddBasket(customer, customer, Bought);
        var targets = new List<(int, int, float)>();
        for (var customer = 0; customer < Customers; customer++)
        {
            var random = new RandomStream(17, (ulong)customer);
            for (var line = 0; line < Bought; line++) builder.AddLine(customer, Item(random));
            targets.AddRange(Enumerable.Range(0, Targets).Select(_ => Item(random)).Distinct().Select(item => (customer, item, 1f)));
        }
        var baskets = builder.Build();
        var names = Vocabulary.Of(Enumerable.Range(0, Customers).Select(customer => $"{customer:D6}"));
        var training = new Dataset { Name = "benchmark", Hash = "", Customers = names, Items = Vocabulary.Of(Enumerable.Range(0, Items).Select(item => $"{item:D6}")), Baskets = baskets, Now = Customers, HasTimes = true };
        return new(training, new()
        {
            Customers = [.. Enumerable.Range(0, Customers)],
            HistoryOf = baskets.Of,
            Targets = CsrMatrix.From(Customers, Items, targets),
            Names = names,
            Moments = new int[Customers],
        });
    }

    static int Item(RandomStream random) => (int)(Items * random.NextDouble() * random.NextDouble());

    static Matrix Random(int rows)
    {
        var random = new RandomStream(17, (ulong)rows);
        var matrix = Matrix.Zero(rows, Factors);
        foreach (ref var number in matrix.Data.Span) number = random.NextFloat() - 0.5f;
        return matrix;
    }

    sealed class Trained : IFoldIn
    {
        public string Kind => "benchmark";

        public void Fold(Shopper shopper, Span<float> vector) => vector.Clear();

        public IReadOnlyList<Reason> Explain(Shopper shopper, int item, int count) => [];

        public void Write(TensorWriter tensors) => tensors.Note("benchmark", "nothing");
    }
}
