namespace Recommender.Benchmarks;

/// <summary>The product of two matrices of 2048 x 2048, single precision, beside numpy with OpenBLAS.</summary>
static class GemmSpeed
{
    const double Flops = 2.0 * 2048 * 2048 * 2048;

    const string Script = """
        import numpy as np, time
        n = 2048
        a, b, c = np.random.rand(n, n).astype('f'), np.random.rand(n, n).astype('f'), np.zeros((n, n), 'f')
        shortest = 1e9
        for _ in range(8):
            started = time.perf_counter()
            np.matmul(a, b, out=c)
            shortest = min(shortest, time.perf_counter() - started)
        print(shortest)
        """;

    public static void Run(TextWriter output, CancellationToken cancellationToken)
    {
        output.WriteLine("c = a b, 2048 x 2048 x 2048, single precision, beside numpy's matmul (OpenBLAS). The shortest of 6 alternating rounds of 8.");
        output.WriteLine();
        new KernelRace("gemm", Script, Flops).Write(output, cancellationToken);
    }
}
