using System.Diagnostics;
using System.Numerics.Tensors;

namespace Recommender.Benchmarks;

/// <summary>What memory can move: the triad a = b + s c of the STREAM benchmark over arrays far larger than the caches.</summary>
static class MemoryBandwidth
{
    const int Numbers = 1 << 26;   // 256 MB an array
    const int Rounds = 5;
    const int Piece = 1 << 16;

    /// <summary>Bytes a second, the best of several rounds; two arrays are read and one is written.</summary>
    public static double Triad(int threads, CancellationToken cancellationToken)
    {
        var (a, b, c) = (new float[Numbers], new float[Numbers], new float[Numbers]);
        b.AsSpan().Fill(1);
        c.AsSpan().Fill(2);
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            Parallel.For(0, Numbers / Piece, new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken }, piece =>
            {
                var part = new Range(piece * Piece, (piece + 1) * Piece);
                TensorPrimitives.MultiplyAdd(c.AsSpan(part), 3f, b.AsSpan(part), a.AsSpan(part));
            });
            best = TimeSpan.FromTicks(Math.Min(best.Ticks, Stopwatch.GetElapsedTime(started).Ticks));
        }
        return 3.0 * sizeof(float) * Numbers / best.TotalSeconds;
    }
}
