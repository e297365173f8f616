using System.Numerics.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Core.Evaluation.Intervals;

/// <summary>
/// Draws as many persons as there are, with replacement, again and again: how a metric moves over the draws is how sure it is. The draw is
/// made once and serves every metric, so that metrics and models of one run are drawn alike.
/// </summary>
sealed class Bootstrap
{
    const int BlockLength = 4096;   // sums run in single precision inside a block, in double over blocks

    readonly IReadOnlyList<PersonValues> _metrics;
    readonly (float[] Sums, float[] Weights)[] _terms;
    readonly int _persons;

    Bootstrap(IReadOnlyList<PersonValues> metrics)
    {
        _metrics = metrics;
        _terms = [.. metrics.Select(metric => metric.Terms())];
        _persons = metrics.Count == 0 ? 0 : metrics[0].Count;
        if (metrics.Any(metric => metric.Count != _persons)) throw new ArgumentException("The metrics are not of the same persons.", nameof(metrics));
    }

    /// <summary>Row m: metric m in each draw, NaN where the draw had nobody of whom the metric says something.</summary>
    public static double[][] Draw(IReadOnlyList<PersonValues> metrics, BootstrapOptions options, CancellationToken cancellationToken) =>
        new Bootstrap(metrics).Draw(options, cancellationToken);

    double[][] Draw(BootstrapOptions options, CancellationToken cancellationToken)
    {
        double[][] estimates = [.. _metrics.Select(_ => new double[options.Resamples])];
        if (_persons == 0) return estimates;

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken };
        Parallel.For(0, options.Resamples, parallel, () => new float[_persons], (draw, _, counts) =>
        {
            Count(counts, new((ulong)options.Seed, (ulong)draw));
            for (var metric = 0; metric < _metrics.Count; metric++)
            {
                var (sums, weights) = _terms[metric];
                estimates[metric][draw] = _metrics[metric].Finish(Sum(counts, sums), Sum(counts, weights));
            }
            return counts;
        }, _ => { });
        return estimates;
    }

    // How often each person is drawn.
    static void Count(float[] counts, RandomStream random)
    {
        Array.Clear(counts);
        for (var draw = 0; draw < counts.Length; draw++) counts[random.Below(counts.Length)]++;
    }

    static double Sum(ReadOnlySpan<float> counts, ReadOnlySpan<float> terms)
    {
        var sum = 0.0;
        for (var start = 0; start < counts.Length; start += BlockLength)
        {
            var length = Math.Min(BlockLength, counts.Length - start);
            sum += TensorPrimitives.Dot(counts.Slice(start, length), terms.Slice(start, length));
        }
        return sum;
    }
}
