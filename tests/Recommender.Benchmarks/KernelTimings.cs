using System.Diagnostics;
using Recommender.Core.Numerics;

namespace Recommender.Benchmarks;

/// <summary>What a process of its own measures, so that instruction sets can be switched off for it: the shortest of some rounds.</summary>
static class KernelTimings
{
    const int ProductSize = 2048;
    const int FactorSize = 4096;

    static readonly Dictionary<string, Func<int, double>> Timings = new()
    {
        ["gemm"] = Product,
        ["cholesky"] = FactorAndInverse,
    };

    /// <summary>Prints the seconds of one kernel as JSON.</summary>
    public static void Print(string kernel, int threads) => Console.WriteLine(Timings[kernel](threads));

    static double Product(int threads)
    {
        var (a, b, c) = (Uniform(ProductSize, 1), Uniform(ProductSize, 2), Matrix.Zero(ProductSize, ProductSize));
        return Shortest(8, () => { }, () => Gemm.Multiply(a, b, c, new(1, 0, threads)));
    }

    static double FactorAndInverse(int threads)
    {
        var (x, a, work) = (Uniform(FactorSize, 1), Matrix.Zero(FactorSize, FactorSize), Matrix.Zero(FactorSize, FactorSize));
        Syrk.Gram(x, a);
        for (var i = 0; i < FactorSize; i++) a[i, i] += 100;

        return Shortest(3, () => a.Data.CopyTo(work.Data), () =>
        {
            if (!Cholesky.TryFactor(work, threads)) throw new InvalidOperationException("The matrix of the benchmark is not positive definite.");
            Cholesky.Invert(work, threads);
        });
    }

    static Matrix Uniform(int size, ulong stream)
    {
        var random = new RandomStream(17, stream);
        var matrix = Matrix.Zero(size, size);
        foreach (ref var number in matrix.Data.Span) number = random.NextFloat();
        return matrix;
    }

    static double Shortest(int rounds, Action prepare, Action work)
    {
        var shortest = double.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            prepare();
            var started = Stopwatch.GetTimestamp();
            work();
            shortest = Math.Min(shortest, Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
        return shortest;
    }
}
