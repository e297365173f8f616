using System.Numerics.Tensors;

namespace Recommender.Training.Trainers.Blend;

/// <summary>
/// Weights of 0 or more that raise the mean NDCG of the slices: from the best single voice on, one weight after the other is moved up or
/// down by a share of their sum, and the move stays if it helps; shares shrink when nothing does. A voice that is not heard yet must help by
/// more than chance would, so that noise stays out.
/// </summary>
sealed class WeightSearch(IReadOnlyList<Candidates[]> slices, int voices, BlendOptions options, TrainingContext context)
{
    static readonly double[] Steps = [0.5, 0.25, 0.1, 0.05];

    const double Least = 2e-5;      // smaller gains are not worth a move
    const double Negligible = 1e-4; // what a voice is left out for

    readonly Candidates[] _all = [.. slices.SelectMany(slice => slice)];
    readonly double[] _share = [.. slices.SelectMany(slice => slice.Select(_ => 1.0 / slice.Length / slices.Count))];
    readonly double[] _weights = new double[voices];

    /// <summary>The mean NDCG of what was found.</summary>
    public double Best { get; private set; }

    /// <summary>Searches; sums of weights are 1.</summary>
    public float[] Run(Action<double> report)
    {
        var gains = Single();
        foreach (var step in Steps)
        {
            for (var round = 0; round < options.Rounds; round++)
            {
                var before = Best;
                for (var voice = 0; voice < voices; voice++) gains = Move(voice, step, gains);
                report(Best);
                if (Best == before) break;
            }
        }
        Prune();
        var sum = _weights.Sum();
        return Array.ConvertAll(_weights, weight => (float)(weight / sum));
    }

    // The voice that is best alone; of equal ones the first.
    double[] Single()
    {
        var (best, found) = (-1, Array.Empty<double>());
        for (var voice = 0; voice < voices; voice++)
        {
            Array.Clear(_weights);
            _weights[voice] = 1;
            var gains = Gains();
            if (best >= 0 && Mean(gains) <= Best + Least) continue;

            (best, found, Best) = (voice, gains, Mean(gains));
        }
        Array.Clear(_weights);
        _weights[best] = 1;
        return found;
    }

    double[] Move(int voice, double step, double[] gains)
    {
        var (old, by) = (_weights[voice], step * _weights.Sum());
        foreach (var weight in new[] { old + by, Math.Max(0, old - by) })
        {
            if (weight == old || (weight == 0 && _weights.Sum() == old)) continue;

            _weights[voice] = weight;
            var tried = Gains();
            if (Mean(tried) > Best + Math.Max(Least, old == 0 ? options.Evidence * Chance(tried, gains) : 0))
            {
                Best = Mean(tried);
                return tried;
            }
            _weights[voice] = old;
        }
        return gains;
    }

    // What many small steps have let in must help by more than chance as a whole; members that hardly help cost a training and an answer each.
    void Prune()
    {
        var gains = Gains();
        foreach (var voice in Enumerable.Range(0, voices).Where(voice => _weights[voice] > 0).OrderBy(voice => _weights[voice]).ToArray())
        {
            var old = _weights[voice];
            _weights[voice] = 0;
            var without = _weights.Sum() > 0 ? Gains() : new double[gains.Length];
            if (Mean(without) >= Best - Math.Max(Negligible, options.Evidence * Chance(gains, without))) (Best, gains) = (Mean(without), without);
            else _weights[voice] = old;
        }
    }

    // The standard error of the mean difference, customer by customer.
    double Chance(double[] tried, double[] gains)
    {
        var (mean, squares) = (Mean(tried) - Mean(gains), 0.0);
        for (var at = 0; at < gains.Length; at++)
        {
            var error = tried[at] - gains[at] - mean;
            squares += _share[at] * error * error;
        }
        return Math.Sqrt(squares / gains.Length);
    }

    double Mean(double[] gains)
    {
        var sum = 0.0;
        for (var at = 0; at < gains.Length; at++) sum += _share[at] * gains[at];
        return sum;
    }

    double[] Gains()
    {
        var gains = new double[_all.Length];
        Parallel.For(0, _all.Length, context.Parallelism, () => (Gain: new CutGain(), Sums: Array.Empty<float>()), (at, _, scratch) =>
        {
            var candidates = _all[at];
            if (scratch.Sums.Length < candidates.Count) scratch.Sums = new float[2 * candidates.Count];
            var sums = scratch.Sums.AsSpan(0, candidates.Count);
            sums.Clear();
            for (var voice = 0; voice < voices; voice++)
            {
                if (_weights[voice] != 0) TensorPrimitives.MultiplyAdd(candidates.Of(voice), (float)_weights[voice], sums, sums);
            }
            gains[at] = scratch.Gain.Of(candidates, sums);
            return scratch;
        }, _ => { });
        return gains;
    }
}
