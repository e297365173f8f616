using System.Numerics.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Engine.Scoring;

/// <summary>
/// The scores of items as products of their vectors with one vector; where there are lengths, divided by both lengths: their cosine, which
/// is NaN for an item without a direction.
/// </summary>
readonly ref struct ItemProducts(Matrix items, ReadOnlySpan<float> vector, ReadOnlySpan<float> lengths = default, float length = 1)
{
    const int LongestBlock = 256;

    readonly ReadOnlySpan<float> _vector = vector;
    readonly ReadOnlySpan<float> _lengths = lengths;

    public bool IsCosine => !_lengths.IsEmpty;

    public float Of(int item)
    {
        var product = RowProducts.Multiply(items, item, _vector);
        return IsCosine ? product / (length * _lengths[item]) : product;
    }

    /// <summary>These items, in blocks that stay in the first cache.</summary>
    public void Offer(Range asked, Admission gate, ref BestSoFar list)
    {
        var end = asked.End.Value;
        Span<float> scores = stackalloc float[LongestBlock];
        for (var first = asked.Start.Value; first < end; first += LongestBlock)
        {
            var block = scores[..Math.Min(LongestBlock, end - first)];
            RowProducts.Multiply(items, first, _vector, block);
            if (IsCosine) Divide(block, _lengths.Slice(first, block.Length));
            list.Offer(block, first, gate);
        }
    }

    void Divide(Span<float> products, ReadOnlySpan<float> lengths)
    {
        Span<float> both = stackalloc float[LongestBlock];
        TensorPrimitives.Multiply(lengths, length, both);
        TensorPrimitives.Divide(products, both[..products.Length], products);
    }
}
