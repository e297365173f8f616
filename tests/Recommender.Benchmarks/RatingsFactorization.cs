using System.Diagnostics;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Ratings;
using Recommender.Core.Numerics;
using Recommender.Training.Trainers.MatrixFactorization;

namespace Recommender.Benchmarks;

/// <summary>
/// An epoch of gradient descent over 5 million ratings with 32 factors, in bytes moved a second beside what memory can move. A rating is
/// 12 bytes read; its two vectors are 128 bytes each, read and written: 524 bytes a rating, of which caches may serve many.
/// </summary>
static class RatingsFactorization
{
    const int Customers = 100_000;
    const int Items = 20_000;
    const int PerCustomer = 50;
    const int Factors = 32;
    const int Rounds = 5;
    const double BytesPerRating = 12 + 4.0 * sizeof(float) * Factors;

    public static void Run(TextWriter output, CancellationToken cancellationToken)
    {
        var ratings = Draw();
        output.WriteLine($"{ratings.Count:N0} ratings of {Customers:N0} customers and {Items:N0} items, {Factors} factors, {BytesPerRating:0} bytes a rating; best of {Rounds} epochs, memory's triad in the same run.");
        output.WriteLine();
        output.WriteLine("| threads | seconds an epoch | million ratings a second | GB/s moved | memory GB/s | ratio |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (var threads in new[] { 1, 2 })
        {
            var memory = MemoryBandwidth.Triad(threads, cancellationToken);
            var epoch = Epoch(ratings, new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken });
            var moved = ratings.Count * BytesPerRating / epoch.TotalSeconds;
            output.WriteLine($"| {threads} | {epoch.TotalSeconds:0.000} | {ratings.Count / epoch.TotalSeconds / 1e6:0.0} | {moved / 1e9:0.0} | {memory / 1e9:0.0} | {moved / memory:0.00} |");
        }
    }

    static TimeSpan Epoch(CsrMatrix ratings, ParallelOptions parallelism)
    {
        var tables = new RatingTables(Start(Customers), Start(Items), Matrix.Zero(0, Factors))
        {
            CustomerBiases = new float[Customers],
            ItemBiases = new float[Items],
            Popularity = new float[Items],
        };
        var grid = new RatingGrid(ratings, RatingScale.Of(ratings.Values.Span), seed: 1);
        var descent = new BlockDescent(grid, tables, new(10, 2, 100), (Counts.OfRows(ratings), Counts.OfColumns(ratings)));
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            descent.Epoch(0.01f, parallelism);
            best = TimeSpan.FromTicks(Math.Min(best.Ticks, Stopwatch.GetElapsedTime(started).Ticks));
        }
        return best;
    }

    static Matrix Start(int rows)
    {
        var random = new RandomStream(3, (ulong)rows);
        var matrix = Matrix.Zero(rows, Factors);
        foreach (ref var number in matrix.Data.Span) number = 0.2f * (random.NextFloat() - 0.5f);
        return matrix;
    }

    // Items with low numbers are the popular ones.
    static CsrMatrix Draw()
    {
        var random = new RandomStream(2);
        var starts = new int[Customers + 1];
        var indices = new List<int>(Customers * PerCustomer);
        var values = new List<float>(Customers * PerCustomer);
        for (var customer = 0; customer < Customers; customer++)
        {
            var items = new SortedSet<int>();
            while (items.Count < PerCustomer) items.Add((int)(Items * random.NextDouble() * random.NextDouble()));
            indices.AddRange(items);
            for (var rating = 0; rating < PerCustomer; rating++) values.Add(1 + random.Below(5));
            starts[customer + 1] = indices.Count;
        }
        return new(starts, indices.ToArray(), values.ToArray(), Items);
    }
}
