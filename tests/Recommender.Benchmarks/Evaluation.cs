using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Core.Models.Factors;
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
    const int GemmRepeats = 12;   // about as long as an evaluation
    const double Work = 2.0 * Customers * Items * Factors;

    public static void Run(TextWriter findings, CancellationToken cancellationToken)
    {
        var fold = Shop();
        var model = new FactorModel(new(Random(Customers), Random(Items), new float[Items]), new NoFoldIn());
        var options = new EvaluationOptions { Cutoffs = [20] };
        var (a, b, c) = (Matrix.Zero(Side, Side), Matrix.Zero(Side, Side), Matrix.Zero(Side, Side));

        var (gemm, whole, ranking) = (new Speed(), new Speed(), new Speed());
        var before = GC.GetTotalAllocatedBytes();
        for (var round = 0; round < Rounds; round++)
        {
            gemm.Take(GemmRepeats * 2.0 * Side * Side * Side, () =>
            {
                for (var again = 0; again < GemmRepeats; again++) Gemm.Multiply(a, b, c, default, cancellationToken);
            });
            whole.Take(Work, () => Evaluator.Evaluate(model, fold, options, cancellationToken));
            ranking.Take(Work, () => Evaluator.Evaluate(model, fold, options with { HasSlices = false, Bootstrap = new() { Resamples = 1 } }, cancellationToken));
        }
        var allocated = (GC.GetTotalAllocatedBytes() - before) / (2.0 * Rounds * Customers);

        findings.WriteLine($"{Customers:N0} customers over {Items:N0} items, {Factors} factors, lists of 20, {Targets} targets each, new and all; best of {Rounds} rounds, {Environment.ProcessorCount} threads.");
        findings.WriteLine($"One product of customers and items is counted: {Work / 1e9:0} GFLOP. Processor time tells the work where other programs take cores away.");
        findings.WriteLine();
        findings.WriteLine("| what | GFLOP/s | of gemm | GFLOP per second of processor time | of gemm | customers a second |");
        findings.WriteLine("|---|---|---|---|---|---|");
        Write($"gemm {Side} x {Side} x {Side}", gemm);
        Write("whole evaluation: views, slices, 1,000 draws", whole);
        Write("without slices and draws", ranking);
        findings.WriteLine();
        findings.WriteLine($"Allocated: {allocated:0} bytes a customer and evaluation.");

        void Write(string what, Speed speed) => findings.WriteLine(
            $"| {what} | {speed.Wall:0} | {speed.Wall / gemm.Wall:0.00} | {speed.Processor:0} | {speed.Processor / gemm.Processor:0.00} | {(speed == gemm ? "" : $"{speed.Wall * 1e9 / (2.0 * Items * Factors):N0}")} |");
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
}
