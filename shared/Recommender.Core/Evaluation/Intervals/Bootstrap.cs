using Recommender.Core.Numerics;

namespace Recommender.Core.Evaluation.Intervals;

/// <summary>
/// Draws persons with replacement, again and again: how a metric moves over the draws is how sure it is. The draws are made once and
/// serve every metric, so that metrics and models of one run are drawn alike; with the counts of a block of draws as one matrix and the
/// metrics as the other, all estimates are a product.
/// </summary>
sealed class Bootstrap
{
    const int DrawsOfABlock = 64;
    const int PersonsOfABlock = 1024;   // sums run in single precision inside a block, in double over blocks

    readonly IReadOnlyList<PersonValues> _metrics;
    readonly List<(PersonValues Metric, bool IsWeight)> _columns = [];
    readonly (int Sum, int Weight)[] _places;   // by metric: its columns; metrics that count persons alike share that of weights
    readonly BootstrapOptions _options;
    readonly int _persons;

    Bootstrap(IReadOnlyList<PersonValues> metrics, BootstrapOptions options)
    {
        (_metrics, _options) = (metrics, options);
        _persons = metrics.Count == 0 ? 0 : metrics[0].Count;
        if (metrics.Any(metric => metric.Count != _persons)) throw new ArgumentException("The metrics are not of the same persons.", nameof(metrics));

        _places = [.. metrics.Select(Place)];
    }

    /// <summary>Row m: metric m in each draw, NaN where the draw had nobody of whom the metric says something.</summary>
    public static double[][] Draw(IReadOnlyList<PersonValues> metrics, BootstrapOptions options, CancellationToken cancellationToken)
    {
        double[][] estimates = [.. metrics.Select(_ => new double[options.Resamples])];
        if (metrics.Count == 0) return estimates;

        // A thread takes several blocks of draws, for each of which the persons' values are laid out once.
        var bootstrap = new Bootstrap(metrics, options);
        var blocks = (options.Resamples + DrawsOfABlock - 1) / DrawsOfABlock;
        var tasks = Math.Min(blocks, options.Threads > 0 ? options.Threads : Environment.ProcessorCount);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken };
        Parallel.For(0, tasks, parallel, task => bootstrap.Draw(task * blocks / tasks, (task + 1) * blocks / tasks, estimates, cancellationToken));
        return estimates;
    }

    (int Sum, int Weight) Place(PersonValues metric, int place)
    {
        _columns.Add((metric, IsWeight: false));
        var sum = _columns.Count - 1;
        if (place > 0 && metric.CountsLike(_metrics[place - 1])) return (sum, _columns.FindLastIndex(column => column.IsWeight));

        _columns.Add((metric, IsWeight: true));
        return (sum, sum + 1);
    }

    void Draw(int firstBlock, int endBlock, double[][] estimates, CancellationToken cancellationToken)
    {
        var first = firstBlock * DrawsOfABlock;
        var draws = Math.Min(endBlock * DrawsOfABlock, _options.Resamples) - first;
        var sums = new double[draws * _columns.Count];
        var space = (Counts: new float[DrawsOfABlock * PersonsOfABlock], Terms: new float[_columns.Count * PersonsOfABlock]);
        for (var person = 0; person < _persons; person += PersonsOfABlock)
        {
            var persons = Math.Min(PersonsOfABlock, _persons - person);
            CopyTerms(person, persons, space.Terms);
            for (var block = firstBlock; block < endBlock; block++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var ofBlock = Math.Min(DrawsOfABlock, _options.Resamples - block * DrawsOfABlock);
                var counts = space.Counts.AsMemory(0, ofBlock * persons);
                PoissonCounts.Fill(counts.Span, new((ulong)_options.Seed, (ulong)block, (ulong)person));
                Add(new(counts, ofBlock, persons), new(space.Terms, _columns.Count, persons), sums.AsSpan((block - firstBlock) * DrawsOfABlock * _columns.Count));
            }
        }
        Finish(sums, first, draws, estimates);
    }

    // sums (draws, columns) += counts (draws, persons) terms' (persons, columns)
    static void Add(Matrix counts, Matrix terms, Span<double> sums)
    {
        var part = Matrix.Zero(counts.Rows, terms.Rows);
        Gemm.Multiply(counts, terms.Transposed, part, new(threads: 1));
        var found = part.Data.Span;
        for (var cell = 0; cell < found.Length; cell++) sums[cell] += found[cell];
    }

    void Finish(double[] sums, int first, int draws, double[][] estimates)
    {
        for (var metric = 0; metric < _metrics.Count; metric++)
        {
            for (var draw = 0; draw < draws; draw++)
            {
                var row = sums.AsSpan(draw * _columns.Count, _columns.Count);
                estimates[metric][first + draw] = _metrics[metric].Finish(row[_places[metric].Sum], row[_places[metric].Weight]);
            }
        }
    }

    void CopyTerms(int person, int persons, float[] terms)
    {
        for (var column = 0; column < _columns.Count; column++)
        {
            var (metric, isWeight) = _columns[column];
            var target = terms.AsSpan(column * persons, persons);
            if (isWeight) metric.CopyWeights(person, target);
            else metric.CopySums(person, target);
        }
    }
}
