using System.Diagnostics;
using Recommender.Storage.Generation;

namespace Recommender.Benchmarks;

/// <summary>Lines and megabytes a second of the demo shops, beside plain writing of as many bytes to the same disk.</summary>
static class Generation
{
    const long Lines = 2_000_000;

    public static void Run(TextWriter output, CancellationToken cancellationToken)
    {
        output.WriteLine("shop         threads      lines/s     MB/s   plain write MB/s   ratio");
        foreach (var shop in ShopNames.All)
            foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct())
                Measure(new() { Shop = shop, Lines = Lines, Threads = threads }, output, cancellationToken);
    }

    static void Measure(GenerateOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        var root = Directory.CreateTempSubdirectory("generation-").FullName;
        try
        {
            var started = Stopwatch.GetTimestamp();
            var made = ShopGenerator.Generate(options, Path.Combine(root, "shop"), cancellationToken: cancellationToken);
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            var plain = PlainWrite(Path.Combine(root, "plain"), made.Bytes, cancellationToken);

            var (rate, plainRate) = (made.Bytes / seconds / 1e6, made.Bytes / plain / 1e6);
            output.WriteLine(
                $"{options.Shop,-12} {options.Threads,7} {made.Lines / seconds,12:N0} {rate,8:N0} {plainRate,18:N0} {rate / plainRate,7:N2}");
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    /// <summary>Seconds that the same number of bytes take when nothing has to be thought of.</summary>
    static double PlainWrite(string path, long bytes, CancellationToken cancellationToken)
    {
        var block = new byte[1 << 20];
        var started = Stopwatch.GetTimestamp();
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var left = bytes; left > 0; left -= block.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            file.Write(block, 0, (int)Math.Min(block.Length, left));
        }
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
