using System.Diagnostics;
using System.Numerics.Tensors;
using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Factors;
using Recommender.Core.Models.Folders;
using Recommender.Core.Numerics;
using Recommender.Engine.Scoring;

namespace Recommender.Benchmarks;

/// <summary>
/// The exact best 20 of a catalogue for one customer on one thread, with and without a first look at eight bits a number, beside what
/// memory gives and a row of all scores.
/// </summary>
static class ModelScans
{
    const int Factors = 64;
    const int Best = 20;
    const int Customers = 256;
    const int Batch = 64;
    const int ColdCopies = 8;

    public static void Run(TextWriter findings, CancellationToken cancellationToken)
    {
        var (read, triad) = (Reading(), MemoryBandwidth.Triad(1, cancellationToken));
        findings.WriteLine($"Best {Best} of {Factors} factors, random vectors, one thread; medians (99th of a hundred) in microseconds a question. Memory gives one thread {read / 1e9:0.0} GB/s (the sum of 256 MB), {triad / 1e9:0.0} GB/s by the triad of STREAM.");
        findings.WriteLine("A share is the floats of all vectors a second, of that reading rate; above 1 they came from a cache. 100,000 items cold are 8 catalogues of 25.6 MB asked in turn.");
        findings.WriteLine();
        findings.WriteLine("| items | floats only | share | first look | share of its bytes | 1 in 10 allowed | 1 in 1000 allowed | similar | 64 customers at once, each | row of scores, then picked | made in ms |");
        findings.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var items in new[] { 500, 1000, 2000, 5000, 20_000, 100_000, 1_000_000 }) findings.WriteLine(Line($"{items:N0}", [Model(items)], read));
        findings.WriteLine(Line("100,000 cold", [.. Enumerable.Range(0, ColdCopies).Select(_ => Model(100_000))], read));
    }

    static string Line(string name, FactorModel[] models, double read)
    {
        var started = Stopwatch.GetTimestamp();
        ModelScorer[] looking = [.. models.Select(model => new ModelScorer(Trained(model), 0))];
        var made = Stopwatch.GetElapsedTime(started).TotalMilliseconds / models.Length;
        ModelScorer[] plain = [.. models.Select(model => new ModelScorer(Trained(model), int.MaxValue))];
        var (items, best, found) = (models[0].ItemCount, new Recommendation[Best * Batch], new int[Batch]);
        var shoppers = Enumerable.Range(0, Batch).Select(Customer).ToArray();

        var floats = Time(items, call => plain[call % models.Length].Best(Customer(call), null, best.AsSpan(0, Best)));
        var bytes = Time(items, call => looking[call % models.Length].Best(Customer(call), null, best.AsSpan(0, Best)));
        var tenth = Time(items, call => looking[call % models.Length].Best(Customer(call), item => item % 10 == 0, best.AsSpan(0, Best)));
        var few = Time(items, call => looking[call % models.Length].Best(Customer(call), item => item % 1000 == 0, best.AsSpan(0, Best)));
        var similar = Time(items, call => looking[call % models.Length].Similar(call * 7 % items, null, best.AsSpan(0, Best)));
        var batch = Time(items * Batch, call => looking[call % models.Length].Best(shoppers, null, best, found)) / Batch;
        var row = Time(items, call => models[call % models.Length].Recommend(Customer(call), Best));
        return $"| {name} | {floats} | {items * 256.0 / floats.Median * 1e6 / read:0.00} | {bytes} | {items * 64.0 / bytes.Median * 1e6 / read:0.00} | {tenth.Median:0} | {few.Median:0} | {similar.Median:0} | {batch.Median:0.0} | {row.Median:0} | {made:0} |";
    }

    readonly record struct Times(double Median, double High)
    {
        public static Times operator /(Times times, int count) => new(times.Median / count, times.High / count);

        public override string ToString() => $"{Median:0} ({High:0})";
    }

    static Times Time(int items, Action<int> work)
    {
        var calls = Math.Clamp(40_000_000 / items, 20, 3000);
        for (var warm = 0; warm < calls / 2; warm++) work(warm);
        var times = new double[calls];
        for (var call = 0; call < calls; call++)
        {
            var started = Stopwatch.GetTimestamp();
            work(call);
            times[call] = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        }
        Array.Sort(times);
        return new(times[calls / 2], times[calls * 99 / 100]);
    }

    static double Reading()
    {
        var numbers = new float[1 << 26];
        numbers.AsSpan().Fill(1);
        var seconds = double.MaxValue;
        for (var round = 0; round < 8; round++) seconds = Math.Min(seconds, Rounds.Seconds(() => TensorPrimitives.Sum<float>(numbers)));
        return (double)numbers.Length * sizeof(float) / seconds;
    }

    static Shopper Customer(int call) => new(call % Customers, History.Empty, 0, Repeats.Allowed);

    static TrainedModel Trained(FactorModel model) => new(model, Vocabulary.Empty, Vocabulary.Empty, BasketsBuilder.Nothing, 0);

    static FactorModel Model(int items) => new(new(Random(Customers), Random(items), new float[items]), new NoFoldIn());

    static Matrix Random(int rows)
    {
        var random = new RandomStream(17, (ulong)rows);
        var matrix = Matrix.Zero(rows, Factors);
        foreach (ref var number in matrix.Data.Span) number = random.NextFloat() + random.NextFloat() + random.NextFloat() - 1.5f;
        return matrix;
    }
}
