using System.Numerics.Tensors;
using Recommender.Core.Models;
using Recommender.Core.Models.Factors;
using Recommender.Core.Numerics;

namespace Recommender.Engine.Scoring;

/// <summary>
/// Passes over the items' vectors of a factor model without writing a row of scores; where it pays, with a <see cref="FirstLook"/>.
/// </summary>
sealed class FactorScan
{
    /// <summary>Shoppers who are passed over the same items before the next items are read.</summary>
    public const int Together = 32;

    const int Stretch = 4096;   // items: their bytes stay in the second cache for all shoppers

    readonly FactorModel _model;
    readonly FactorTables _tables;
    readonly float[] _lengths;
    readonly FirstLook? _look;

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
        if (_lengths.Length >= coarseFrom && CoarseRows.Of(_tables.Items, Environment.ProcessorCount) is { } coarse) _look = new(coarse, _lengths);
    }

    public long Bytes => (long)_lengths.Length * sizeof(float) + (_look?.Bytes ?? 0);

    /// <summary>All items, with their scores for a shopper; by popularity where nothing is known of the shopper.</summary>
    public void Offer(in Shopper shopper, Admission gate, Workspace work)
    {
        Prepare(shopper, work);
        Offer(0.._lengths.Length, gate, work);
    }

    /// <summary>The same for several shoppers, each with a working memory.</summary>
    public void Offer(ShopperGroup group, ReadOnlySpan<Workspace> works)
    {
        var gates = new Admission[works.Length];
        for (var place = 0; place < works.Length; place++)
        {
            gates[place] = new(works[place].Hidden, group.Condition(place));
            Prepare(group.Shoppers[place], works[place]);
        }
        for (var first = 0; first < _lengths.Length; first += Stretch)
        {
            for (var place = 0; place < works.Length; place++) Offer(first..Math.Min(first + Stretch, _lengths.Length), gates[place], works[place]);
        }
    }

    /// <summary>All items, with the cosine of their vector and that of one.</summary>
    public void OfferSimilar(int item, Admission gate, Workspace work)
    {
        if (float.IsNaN(_lengths[item])) return;

        var direction = work.Vector(_tables.Factors);
        TensorPrimitives.Divide(_tables.Items.Row(item), _lengths[item], direction);
        work.IsCoarse = _look is not null && work.Coarse.TrySet(direction);
        Offer(0.._lengths.Length, new(_tables.Items, _tables.Items.Row(item), _lengths, _lengths[item]), gate, work);
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

    void Prepare(in Shopper shopper, Workspace work)
    {
        var vector = work.Vector(_tables.Factors);
        _model.Locate(shopper, vector);
        work.IsCoarse = _look is not null && work.Coarse.TrySet(vector);
    }

    void Offer(Range items, Admission gate, Workspace work)
    {
        ReadOnlySpan<float> vector = work.Vector(_tables.Factors);
        if (vector.ContainsAnyExcept(0f))
        {
            Offer(items, new(_tables.Items, vector), gate, work);
            return;
        }
        var list = work.Resume();
        list.Offer(_tables.Popularity.Span[items], items.Start.Value, gate);
        work.Suspend(list);
    }

    void Offer(Range items, ItemProducts products, Admission gate, Workspace work)
    {
        var list = work.Resume();
        if (_look is not null && work.IsCoarse) _look.Offer(items, work.Coarse, new(gate, products), ref list);
        else products.Offer(items, gate, ref list);
        work.Suspend(list);
    }
}
