using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Factors;
using Recommender.Core.Models.Factors.OneClass;
using Recommender.Core.Numerics;

namespace Recommender.Benchmarks;

/// <summary>What finding the vector of a history of 100 purchases costs at request time, by each way of learning factors, on one thread.</summary>
static class FoldIns
{
    const int Items = 5000;
    const int Factors = 64;
    const int Purchases = 100;
    const int Histories = 64;

    public static void Run(TextWriter findings, CancellationToken cancellationToken)
    {
        var random = new RandomStream(23);
        var items = Matrix.Zero(Items, Factors);
        foreach (ref var number in items.Data.Span) number = 0.2f * (float)random.Normal();
        var baskets = BasketsBuilder.From(Histories, Items, Enumerable.Range(0, Histories * Purchases).Select(line => new Purchase(line / Purchases, random.Below(Items), line)));
        Shopper[] shoppers = [.. Enumerable.Range(0, Histories).Select(customer => Shopper.Stranger(baskets.Of(customer), Histories * Purchases))];

        findings.WriteLine($"{Histories} histories of {Purchases} purchases, {Items:N0} items, {Factors} factors.");
        findings.WriteLine();
        findings.WriteLine("| way | us a history, fastest round | median | slowest | bytes allocated |");
        findings.WriteLine("|---|---|---|---|---|");
        foreach (var (name, fold) in Ways(items))
        {
            var vector = new float[Factors];
            var measured = Measured.Repeat(9, () => FoldAll(fold, shoppers, vector), cancellationToken);
            var before = GC.GetAllocatedBytesForCurrentThread();
            FoldAll(fold, shoppers, vector);
            var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / Histories;
            findings.WriteLine($"| {name} | {measured.Min.TotalMicroseconds / Histories:0.0} | {measured.Median.TotalMicroseconds / Histories:0.0} | {measured.Max.TotalMicroseconds / Histories:0.0} | {allocated} |");
        }
    }

    static (string Name, IFoldIn Fold)[] Ways(Matrix items) =>
    [
        ("implicit-als", new LeastSquaresFoldIn(new(0.1, 0.1, 0.5, Weighting.Plain), HeldSide.Of(items, 0.1))),
        ("implicit-als, weights decayed by age", new LeastSquaresFoldIn(new(0.1, 0.1, 0.5, new(HalfLife: 90)), HeldSide.Of(items, 0.1))),
        ("one-class, squared", new OneClassFoldIn(new(OneClassLoss.Squared, 0.1f, 0.01f, 0), HeldSide.Of(items, 0.1))),
        ("one-class, logistic", new OneClassFoldIn(new(OneClassLoss.Logistic, 0.5f, 0.01f, -4), HeldSide.Of(items, 0.5))),
    ];

    static void FoldAll(IFoldIn fold, Shopper[] shoppers, float[] vector)
    {
        foreach (var shopper in shoppers) fold.Fold(shopper, vector);
    }
}
