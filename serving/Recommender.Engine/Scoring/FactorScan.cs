using System.Numerics.Tensors;
using Recommender.Core.Models;
using Recommender.Core.Models.Factors;
using Recommender.Core.Numerics;

namespace Recommender.Engine.Scoring;

/// <summary>
/// Passes over the items' vectors of a factor model without writing a row of scores. Where it pays the first look is at a copy of a
/// quarter of the size, which bounds every score from above; the few items whose bound is high enough are scored exactly.
/// </summary>
sealed class FactorScan
{
    readonly FactorModel _model;
    readonly FactorTables _tables;
    readonly float[] _lengths;
    readonly CoarseRows? _coarse;
    readonly float[] _cosineSteps = [];

    public FactorScan(FactorModel model, int coarseFrom)
    {
        (_model, _tables) = (model, model.Tables);
        _lengths = new float[_tables.Items.Rows];
        for (var item = 0; item < _lengths.Length; item++)
        {
            // Where there is no direction, there is no likeness: NaN gets into no list.
            var length = TensorPrimitives.Norm<float>(_tables.Items.Row(item));
            _lengths[item] = length > 0 ? length : float.NaN;
        }
        if (_lengths.Length < coarseFrom) return;

        _coarse = CoarseRows.Of(_tables.Items, Environment.ProcessorCount);
        if (_coarse is null) return;

        _cosineSteps = new float[_lengths.Length];
        TensorPrimitives.Divide(_coarse.Steps.Span, _lengths, _cosineSteps);
    }

    /// <summary>All items, with their scores for a shopper; by popularity where nothing is known of the shopper.</summary>
    public void Offer(in Shopper shopper, Admission gate, Workspace work, ref BestSoFar list)
    {
        var vector = work.Vector(_tables.Factors);
        _model.Locate(shopper, vector);
        if (!vector.ContainsAnyExcept(0f))
        {
            list.Offer(_tables.Popularity.Span, 0, gate);
            return;
        }
        var products = new ItemProducts(_tables.Items, vector);
        if (_coarse is not null && work.Coarse.TrySet(vector)) OfferCoarse(work.Coarse, _coarse.Steps.Span, new(gate, products), ref list);
        else products.Offer(gate, ref list);
    }

    /// <summary>All items, with the cosine of their vector and that of one.</summary>
    public void OfferSimilar(int item, Admission gate, Workspace work, ref BestSoFar list)
    {
        if (float.IsNaN(_lengths[item])) return;

        var products = new ItemProducts(_tables.Items, _tables.Items.Row(item), _lengths, _lengths[item]);
        if (_coarse is null)
        {
            products.Offer(gate, ref list);
            return;
        }
        var direction = work.Vector(_tables.Factors);
        TensorPrimitives.Divide(_tables.Items.Row(item), _lengths[item], direction);
        if (work.Coarse.TrySet(direction)) OfferCoarse(work.Coarse, _cosineSteps, new(gate, products), ref list);
        else products.Offer(gate, ref list);
    }

    /// <summary>The scores of some items for a shopper.</summary>
    public void Score(in Shopper shopper, ReadOnlySpan<int> items, Workspace work, Span<float> scores)
    {
        var vector = work.Vector(_tables.Factors);
        _model.Locate(shopper, vector);
        var known = vector.ContainsAnyExcept(0f);
        for (var place = 0; place < items.Length; place++)
            scores[place] = known ? RowProducts.Multiply(_tables.Items, items[place], vector) : _tables.Popularity.Span[items[place]];
    }

    void OfferCoarse(CoarseVector vector, ReadOnlySpan<float> steps, Rescoring gate, ref BestSoFar list)
    {
        Span<float> bounds = stackalloc float[CoarseRows.Block];
        for (var first = 0; first < _lengths.Length; first += CoarseRows.Block)
        {
            _coarse!.Bound(first / CoarseRows.Block, vector, steps, bounds);
            list.Offer(bounds[..Math.Min(CoarseRows.Block, _lengths.Length - first)], first, gate);
        }
    }
}
