using System.Numerics.Tensors;
using Recommender.Core.Datasets;
using Recommender.Core.Models.ItemToItem;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Ease;

/// <summary>
/// A linear model from items to items (Steck, 2019): the scores of a history x are x B. B (items, items) has a zero diagonal; it is dense,
/// or sparse where a catalogue outgrows memory. B[i, j] is what having bought i says for j.
/// </summary>
public sealed class EaseModel : ItemToItemModel
{
    /// <summary>The name of the trainer.</summary>
    public const string Name = "ease";

    const string Weights = "weights";

    readonly Matrix _dense;
    readonly CsrMatrix? _sparse;

    /// <summary>With every weight.</summary>
    public EaseModel(Weighting weighting, ReadOnlyMemory<float> popularity, Matrix dense) : base(weighting, popularity) => _dense = dense;

    /// <summary>With the weights that are not zero.</summary>
    public EaseModel(Weighting weighting, ReadOnlyMemory<float> popularity, CsrMatrix sparse) : base(weighting, popularity) => _sparse = sparse;

    EaseModel(TensorReader tensors) : base(tensors)
    {
        if (tensors.Has(Weights)) _dense = tensors.Matrix(Weights);
        else _sparse = CsrTensors.Read(tensors.Scope(Weights));
    }

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <summary>Reads a model that <see cref="ItemToItemModel.Write"/> wrote.</summary>
    public static EaseModel Read(TensorReader tensors) => new(tensors);

    /// <summary>B[bought, item].</summary>
    public float WeightOf(int bought, int item) => _sparse?.At(bought, item) ?? _dense.Row(bought)[item];

    /// <inheritdoc/>
    public override void ScoreSimilar(int item, Span<float> scores)
    {
        if (_sparse is not null)
        {
            CopyRow(_sparse, item, scores);
            return;
        }
        _dense.Row(item).CopyTo(scores);
        scores[item] = float.NegativeInfinity;
    }

    /// <inheritdoc/>
    protected override void AddScores(ReadOnlySpan<int> items, ReadOnlySpan<float> weights, Span<float> scores)
    {
        if (_sparse is not null)
        {
            AddRows(_sparse, items, weights, scores);
            return;
        }
        for (var at = 0; at < items.Length; at++) TensorPrimitives.MultiplyAdd(_dense.Row(items[at]), weights[at], scores, scores);
    }

    /// <inheritdoc/>
    protected override float Weight(int bought, int item) => WeightOf(bought, item);

    /// <inheritdoc/>
    protected override void WriteItems(TensorWriter tensors)
    {
        if (_sparse is null) tensors.Add(Weights, _dense);
        else CsrTensors.Write(_sparse, tensors.Scope(Weights));
    }
}
