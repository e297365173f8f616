using System.Diagnostics;

namespace Recommender.Benchmarks;

/// <summary>
/// A kernel of ours beside the same computation through numpy or scipy: both in processes of their own, round about, so that a busy
/// machine slows both; of each the shortest time of all rounds counts.
/// </summary>
sealed class KernelRace(string kernel, string script, double flops)
{
    const int Rounds = 6;

    /// <summary>Rows of a table: rates on one and two threads, with AVX-512 and without.</summary>
    public void Write(TextWriter output, CancellationToken cancellationToken)
    {
        output.WriteLine("| threads | reference GF/s | ours GF/s | ratio | without AVX-512 GF/s | ratio |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (var threads in (ReadOnlySpan<int>)[1, 2])
        {
            var (reference, ours, without) = Run(threads, cancellationToken);
            output.WriteLine(
                $"| {threads} | {Rate(reference):0.0} | {Rate(ours):0.0} | {reference / ours:0.00} | {Rate(without):0.0} | {reference / without:0.00} |");
        }
    }

    (double Reference, double Ours, double WithoutAvx512) Run(int threads, CancellationToken cancellationToken)
    {
        var (reference, ours, without) = (double.MaxValue, double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            reference = Math.Min(reference, PythonReference.Run(script, threads, cancellationToken).GetDouble());
            ours = Math.Min(ours, Ours(threads, avx512: true, cancellationToken));
            without = Math.Min(without, Ours(threads, avx512: false, cancellationToken));
        }
        return (reference, ours, without);
    }

    double Ours(int threads, bool avx512, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet") { ArgumentList = { typeof(KernelRace).Assembly.Location, "--timing", kernel, $"{threads}" } };
        if (!avx512) start.Environment["DOTNET_EnableAVX512"] = "0";
        return PythonReference.Start(start, cancellationToken).GetDouble();
    }

    double Rate(double seconds) => flops / seconds / 1e9;
}
