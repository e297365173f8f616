using Recommender.Core.Datasets;
using Recommender.Core.Models.ItemToItem;
using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Models.Content;

/// <summary>
/// Items by what is written of them: each is a sparse vector of terms of length one, likeness is the cosine, and a shopper's profile is the
/// weighted sum of the vectors bought. It needs no purchases of an item to find its neighbours.
/// </summary>
public sealed class ContentModel : ItemToItemModel
{
    /// <summary>The name of the trainer.</summary>
    public const string Name = "content";

    readonly CsrMatrix _vectors;    // items by terms
    readonly CsrMatrix _postings;   // the same by terms

    /// <summary>With the vector of each item by rows.</summary>
    public ContentModel(Weighting weighting, ReadOnlyMemory<float> popularity, CsrMatrix vectors) : base(weighting, popularity) =>
        (_vectors, _postings) = (vectors, vectors.Transpose());

    ContentModel(TensorReader tensors) : base(tensors) =>
        (_vectors, _postings) = (CsrTensors.Read(tensors.Scope("vectors")), CsrTensors.Read(tensors.Scope("postings")));

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <summary>Reads a model that <see cref="ItemToItemModel.Write"/> wrote.</summary>
    public static ContentModel Read(TensorReader tensors) => new(tensors);

    /// <summary>The cosine with every item; -∞ where no term is shared.</summary>
    public override void ScoreSimilar(int item, Span<float> scores)
    {
        scores.Clear();
        AddScores([item], [1f], scores);
        scores.Replace(0f, float.NegativeInfinity);
        scores[item] = float.NegativeInfinity;
    }

    /// <inheritdoc/>
    protected override void AddScores(ReadOnlySpan<int> items, ReadOnlySpan<float> weights, Span<float> scores)
    {
        var profile = new SparseRow();
        for (var at = 0; at < items.Length; at++)
        {
            var terms = _vectors.RowIndices(items[at]);
            var values = _vectors.RowValues(items[at]);
            for (var entry = 0; entry < terms.Length; entry++) profile.Add(terms[entry], weights[at] * (values.IsEmpty ? 1 : values[entry]));
        }
        profile.MergeSums();
        AddRows(_postings, profile.Items, profile.Weights, scores);
    }

    /// <inheritdoc/>
    protected override float Weight(int bought, int item)
    {
        var terms = _vectors.RowIndices(bought);
        var values = _vectors.RowValues(bought);
        var cosine = 0f;
        for (var entry = 0; entry < terms.Length; entry++) cosine += (values.IsEmpty ? 1 : values[entry]) * _vectors.At(item, terms[entry]);
        return cosine;
    }

    /// <inheritdoc/>
    protected override void WriteItems(TensorWriter tensors)
    {
        CsrTensors.Write(_vectors, tensors.Scope("vectors"));
        CsrTensors.Write(_postings, tensors.Scope("postings"));
    }
}
