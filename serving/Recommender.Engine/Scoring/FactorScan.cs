using System.Numerics.Tensors;
using Recommender.Core.Models;
using Recommender.Core.Models.Factors;
using Recommender.Core.Numerics;

namespace Recommender.Engine.Scoring;

/// <summary>Passes over the items' vectors of a factor model in blocks that stay in the first cache: no row of scores is written.</summary>
sealed class FactorScan
{
    const int Block = 256;

    readonly FactorModel _model;
    readonly FactorTables _tables;
    readonly float[] _lengths;

    public FactorScan(FactorModel model)
    {
        (_model, _tables) = (model, model.Tables);
        _lengths = new float[_tables.Items.Rows];
        for (var item = 0; item < _lengths.Length; item++)
        {
            // Where there is no direction, there is no likeness: NaN gets into no list.
            var length = TensorPrimitives.Norm<float>(_tables.Items.Row(item));
            _lengths[item] = length > 0 ? length : float.NaN;
        }
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
        Span<float> scores = stackalloc float[Block];
        for (var first = 0; first < _lengths.Length; first += Block)
        {
            var block = scores[..Math.Min(Block, _lengths.Length - first)];
            RowProducts.Multiply(_tables.Items, first, vector, block);
            list.Offer(block, first, gate);
        }
    }

    /// <summary>All items, with the cosine of their vector and that of one.</summary>
    public void OfferSimilar(int item, Admission gate, ref BestSoFar list)
    {
        var vector = _tables.Items.Row(item);
        Span<float> scores = stackalloc float[Block];
        Span<float> lengths = stackalloc float[Block];
        for (var first = 0; first < _lengths.Length; first += Block)
        {
            var block = scores[..Math.Min(Block, _lengths.Length - first)];
            RowProducts.Multiply(_tables.Items, first, vector, block);
            TensorPrimitives.Multiply(_lengths.AsSpan(first, block.Length), _lengths[item], lengths);
            TensorPrimitives.Divide(block, lengths[..block.Length], block);
            list.Offer(block, first, gate);
        }
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
}
