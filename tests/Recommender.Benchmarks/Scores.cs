using Recommender.Core.Datasets;
using Recommender.Core.Models.Factors;
using Recommender.Core.Models.Folders;
using Recommender.Core.Numerics;
using Recommender.Storage.Homes;
using Recommender.Storage.Scores;
using Recommender.Training.Scoring;

namespace Recommender.Benchmarks;

/// <summary>The lists of a million customers from the data in memory to durable Parquet, beside a bare matrix product on the same cores.</summary>
static class Scores
{
    const int Customers = 1_000_000;
    const int Items = 20_000;
    const int Factors = 64;
    const int Bought = 5;
    const int Side = 2048;
    const int Rounds = 3;
    const int GemmRepeats = 100;   // some seconds
    const double Work = 2.0 * Customers * Items * Factors;

    public static void Run(TextWriter findings, CancellationToken cancellationToken)
    {
        var place = Directory.CreateTempSubdirectory("recommender-scores-").FullName;
        try
        {
            Run(findings, HomeFolder.Open(place), cancellationToken);
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    static void Run(TextWriter findings, HomeFolder home, CancellationToken cancellationToken)
    {
        var (key, dataset) = (Key(home, cancellationToken), Shop());
        var model = new FactorModel(new(Random(Customers), Random(Items), new float[Items]), new NoFoldIn());
        var trained = new TrainedModel(model, dataset.Items, CustomerHashes.Of(key, dataset.Customers, cancellationToken), dataset.Baskets, dataset.Now);
        var (a, b, c) = (Matrix.Zero(Side, Side), Matrix.Zero(Side, Side), Matrix.Zero(Side, Side));

        var (gemm, whole, recognising) = (new Speed(), new Speed(), new Speed());
        ScoreManifest? manifest = null;
        double peak = 0;
        for (var round = 0; round < Rounds; round++)
        {
            gemm.Take(GemmRepeats * 2.0 * Side * Side * Side, () =>
            {
                for (var again = 0; again < GemmRepeats; again++) Gemm.Multiply(a, b, c, default, cancellationToken);
            });
            recognising.Take(Work, () => Recognise(home, trained, dataset, key, cancellationToken));
            var before = Environment.WorkingSet;
            whole.Take(Work, () => manifest = Score(home, trained, dataset, (key, round), cancellationToken));
            peak = Math.Max(peak, Environment.WorkingSet - before);
        }

        findings.WriteLine($"{Customers:N0} customers over {Items:N0} items, {Factors} factors, lists of {manifest!.N} without what was bought ({Bought} each); best of {Rounds} rounds, {Environment.ProcessorCount} threads.");
        findings.WriteLine($"From ids to {manifest.Parts.Count} durable parts of Parquet with {manifest.Rows:N0} rows, {manifest.Parts.Sum(part => part.Bytes) / 1e6:0} MB: hashing ids, scoring, picking, writing. One product of customers and items is counted: {Work / 1e9:0} GFLOP.");
        findings.WriteLine("Processor time tells the work where other programs take cores away.");
        findings.WriteLine();
        findings.WriteLine("| what | GFLOP/s | of gemm | GFLOP per second of processor time | of gemm | customers a second |");
        findings.WriteLine("|---|---|---|---|---|---|");
        findings.WriteLine($"| gemm {Side} x {Side} x {Side} | {gemm.Wall:0} | 1.00 | {gemm.Processor:0} | 1.00 | |");
        findings.WriteLine($"| score, whole | {whole.Wall:0} | {whole.Wall / gemm.Wall:0.00} | {whole.Processor:0} | {whole.Processor / gemm.Processor:0.00} | {whole.Wall * 1e9 / (2.0 * Items * Factors):N0} |");
        findings.WriteLine();
        findings.WriteLine($"Recognising the customers by their hashes takes {Work / recognising.Wall / 1e9:0.0} s of it, {Work / recognising.Processor / 1e9:0.0} s of processor time. Memory grew by {peak / 1e6:0} MB while it ran.");
    }

    static ScoreManifest Score(HomeFolder home, TrainedModel trained, Dataset dataset, (TenantKey Key, int Round) run, CancellationToken cancellationToken)
    {
        var options = new ScoreOptions();
        var audience = Recognise(home, trained, dataset, run.Key, cancellationToken);
        using var folder = ScoreFolder.Open(Path.Combine(home.Scores, $"{run.Round}"), TimeSpan.Zero, _ => { }, cancellationToken);
        folder.Begin(new()
        {
            Model = "benchmark", ModelChecksum = "", Dataset = dataset.Name, Snapshot = dataset.Hash, N = options.N, Repeats = options.RepeatsWord,
            PartSize = options.PartLength, PartCount = ScoringRun.Parts(audience.Count, options), Created = DateTime.UnixEpoch, Engine = "benchmark",
        });
        new ScoringRun(audience, options, folder, progress: null).Run(home, cancellationToken);
        return folder.Manifest!;
    }

    static Audience Recognise(HomeFolder home, TrainedModel trained, Dataset dataset, TenantKey key, CancellationToken cancellationToken) =>
        Audience.Of(trained, dataset, (key, home.Tenant(HomeFolder.DefaultTenant).Suppressions), cancellationToken);

    static TenantKey Key(HomeFolder home, CancellationToken cancellationToken)
    {
        using var writer = WriterLock.Acquire(home, "benchmark", TimeSpan.Zero, _ => { }, cancellationToken);
        return TenantKey.Ensure(home.Tenant(HomeFolder.DefaultTenant), writer);
    }

    // A basket each of things that go from the popular to the rare.
    static Dataset Shop()
    {
        var builder = new BasketsBuilder(Customers, Items, Customers);
        for (var customer = 0; customer < Customers; customer++) builder.AddBasket(customer, customer, Bought);
        for (var customer = 0; customer < Customers; customer++)
        {
            var random = new RandomStream(17, (ulong)customer);
            for (var line = 0; line < Bought; line++) builder.AddLine(customer, (int)(Items * random.NextDouble() * random.NextDouble()));
        }
        return new()
        {
            Name = "benchmark",
            Hash = "benchmark",
            Customers = Vocabulary.Of(Enumerable.Range(0, Customers).Select(customer => $"K{customer:D7}")),
            Items = Vocabulary.Of(Enumerable.Range(0, Items).Select(item => $"B{item:D6}")),
            Baskets = builder.Build(),
            Now = Customers,
            HasTimes = true,
        };
    }

    static Matrix Random(int rows)
    {
        var random = new RandomStream(17, (ulong)rows);
        var matrix = Matrix.Zero(rows, Factors);
        foreach (ref var number in matrix.Data.Span) number = random.NextFloat() - 0.5f;
        return matrix;
    }
}
