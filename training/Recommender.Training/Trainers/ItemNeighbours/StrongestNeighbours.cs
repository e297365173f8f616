using System.Buffers;
using Recommender.Core.Datasets;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.ItemNeighbours;

/// <summary>
/// Keeps of each item those that are at least as near as the first one beyond the count asked for, so that no tie is cut at random: the
/// k strongest, the next, and whatever is as near as that.
/// </summary>
sealed class StrongestNeighbours(PairMeasure measure, ItemNeighboursOptions options, int items)
{
    readonly SparseRows _rows = new(items);

    /// <summary>Takes what one item has together with all others.</summary>
    public void Take(int item, ReadOnlySpan<int> others, ReadOnlySpan<double> together)
    {
        var near = ArrayPool<float>.Shared.Rent(others.Length);
        var places = ArrayPool<int>.Shared.Rent(others.Length);
        Measure(item, others, together, near);
        var kept = Select(near.AsSpan(0, others.Length), places);
        _rows.Take(item, places.AsSpan(0, kept), others, near);
        ArrayPool<float>.Shared.Return(near);
        ArrayPool<int>.Shared.Return(places);
    }

    /// <summary>Items by their neighbours.</summary>
    public CsrMatrix ToMatrix() => _rows.ToMatrix(items);

    void Measure(int item, ReadOnlySpan<int> others, ReadOnlySpan<double> together, Span<float> near)
    {
        for (var at = 0; at < others.Length; at++)
        {
            var damping = options.Shrinkage == 0 ? 1 : together[at] / (together[at] + options.Shrinkage);
            var nearness = (float)(damping * measure(together[at], others[at], item));
            near[at] = others[at] == item || !(nearness > 0) ? float.NegativeInfinity : Math.Min(nearness, float.MaxValue);
        }
    }

    int Select(ReadOnlySpan<float> near, Span<int> places)
    {
        var best = new float[Math.Min(options.Neighbours + 1, near.Length)];
        var found = TopK.Select(near, new int[best.Length], best);
        var threshold = found == 0 ? float.PositiveInfinity : best[found - 1];
        var kept = 0;
        for (var place = 0; place < near.Length; place++)
        {
            if (near[place] >= threshold) places[kept++] = place;
        }
        return kept;
    }
}
