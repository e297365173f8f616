using Recommender.Core.Datasets;
using Recommender.Core.Models.ItemToItem;
using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Models.ItemNeighbours;

/// <summary>
/// The nearest neighbours of every item. A score is the sum over the history of each item's nearness, where it is among the neighbours of
/// the item scored. The same entries stand twice in the file, by item and by neighbour, so that nothing is built on loading.
/// </summary>
public sealed class ItemNeighboursModel : ItemToItemModel
{
    /// <summary>The name of the trainer.</summary>
    public const string Name = "item-neighbours";

    readonly CsrMatrix _byItem;     // row: an item, columns: its neighbours
    readonly CsrMatrix _byBought;   // row: an item bought, columns: the items whose neighbour it is

    /// <summary>With the neighbours of each item by rows.</summary>
    public ItemNeighboursModel(Weighting weighting, ReadOnlyMemory<float> popularity, CsrMatrix neighbours) : base(weighting, popularity) =>
        (_byItem, _byBought) = (neighbours, neighbours.Transpose());

    ItemNeighboursModel(TensorReader tensors) : base(tensors) =>
        (_byItem, _byBought) = (CsrTensors.Read(tensors.Scope("neighbours")), CsrTensors.Read(tensors.Scope("suggestions")));

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <summary>The neighbours of each item by rows, with how near they are.</summary>
    public CsrMatrix Neighbours => _byItem;

    /// <summary>Reads a model that <see cref="ItemToItemModel.Write"/> wrote.</summary>
    public static ItemNeighboursModel Read(TensorReader tensors) => new(tensors);

    /// <inheritdoc/>
    public override void ScoreSimilar(int item, Span<float> scores) => CopyRow(_byItem, item, scores);

    /// <inheritdoc/>
    protected override void AddScores(ReadOnlySpan<int> items, ReadOnlySpan<float> weights, Span<float> scores) => AddRows(_byBought, items, weights, scores);

    /// <inheritdoc/>
    protected override float Weight(int bought, int item) => _byItem.At(item, bought);

    /// <inheritdoc/>
    protected override void WriteItems(TensorWriter tensors)
    {
        CsrTensors.Write(_byItem, tensors.Scope("neighbours"));
        CsrTensors.Write(_byBought, tensors.Scope("suggestions"));
    }
}
