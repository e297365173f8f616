using System.Diagnostics;
using Recommender.Training.Trainers.ImplicitAls;

namespace Recommender.Benchmarks;

/// <summary>Peak memory of a process that holds 20 million pairs and trains implicit-als on them. Run it alone: a peak is the process's.</summary>
static class ImplicitAlsMemory
{
    const int Factors = 16;

    public static void Run(TextWriter output, CancellationToken cancellationToken)
    {
        var empty = Peak();
        var shop = new PowerLawShop(400_000, 50_000, PairsEach: 50).Create(seed: 17);
        var held = Peak();
        var started = Stopwatch.GetTimestamp();
        new ImplicitAlsTrainer(new() { Factors = Factors, Epochs = 1 }).Train(shop, new() { Cancellation = cancellationToken });
        var trained = Peak();

        var pairs = (double)shop.Baskets.Items.Length;
        var factors = (shop.Baskets.Customers + shop.Baskets.ItemCount) * (long)Factors * sizeof(float);
        output.WriteLine($"{pairs:N0} pairs of {shop.Baskets.Customers:N0} customers and {shop.Baskets.ItemCount:N0} items in {shop.Baskets.Count:N0} baskets; one epoch with d = {Factors} in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s.");
        output.WriteLine();
        output.WriteLine("| peak of the process | MB | bytes a pair |");
        output.WriteLine("|---|---|---|");
        output.WriteLine($"| before anything | {empty / 1e6:N0} | |");
        output.WriteLine($"| with the data set built | {held / 1e6:N0} | {held / pairs:0.0} |");
        output.WriteLine($"| after training | {trained / 1e6:N0} | {trained / pairs:0.0} |");
        output.WriteLine($"| after training, beyond the factors ({factors / 1e6:N0} MB) | {(trained - factors) / 1e6:N0} | {(trained - factors) / pairs:0.0} |");
    }

    static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
