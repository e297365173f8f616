using System.Numerics.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Engine.Scoring;

/// <summary>
/// A copy of the items' vectors at a quarter of their size, which bounds every score from above: only the few items whose bound is high
/// enough for the list are scored exactly, so the list is exact.
/// </summary>
sealed class FirstLook
{
    readonly CoarseRows _rows;
    readonly float[] _cosineSteps;

    /// <summary>Items of the lengths given; NaN for one without a direction, which gets no bound as a cosine.</summary>
    public FirstLook(CoarseRows rows, float[] lengths)
    {
        (_rows, _cosineSteps) = (rows, new float[lengths.Length]);
        TensorPrimitives.Divide(rows.Steps.Span, lengths, _cosineSteps);
    }

    public long Bytes => _rows.Bytes + (long)_cosineSteps.Length * sizeof(float);

    /// <summary>These items, of which the first begins a block.</summary>
    public void Offer(Range items, CoarseVector vector, Rescoring gate, ref BestSoFar list)
    {
        var steps = gate.IsCosine ? _cosineSteps : _rows.Steps.Span;
        var end = items.End.Value;
        Span<float> bounds = stackalloc float[CoarseRows.Block];
        for (var first = items.Start.Value; first < end; first += CoarseRows.Block)
        {
            _rows.Bound(first / CoarseRows.Block, vector, steps, bounds);
            list.Offer(bounds[..Math.Min(CoarseRows.Block, end - first)], first, gate);
        }
    }
}
