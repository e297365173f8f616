using System.Collections.Concurrent;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.ItemToItem;

/// <summary>
/// A model that only knows items: a shopper is the weighted items of the history, and a score is the sum over them of what each says for
/// the item. Customers of the training and strangers are the same to it. Where the history says nothing, the popular list comes.
/// </summary>
public abstract class ItemToItemModel : IModel
{
    const string Popular = "popularity";

    readonly Weighting _weighting;
    readonly ReadOnlyMemory<float> _popularity;
    readonly ConcurrentBag<SparseRow> _rows = [];

    private protected ItemToItemModel(Weighting weighting, ReadOnlyMemory<float> popularity) => (_weighting, _popularity) = (weighting, popularity);

    private protected ItemToItemModel(TensorReader tensors) : this(WeightingNotes.Read(tensors), tensors.Numbers<float>(Popular)) { }

    /// <inheritdoc/>
    public abstract string Kind { get; }

    /// <inheritdoc/>
    public int ItemCount => _popularity.Length;

    /// <inheritdoc/>
    public bool HeedsRepeats => false;

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<Shopper> shoppers, Matrix scores)
    {
        if (!_rows.TryTake(out var bought)) bought = new();
        for (var at = 0; at < shoppers.Length; at++)
        {
            var row = scores.Row(at);
            row.Clear();
            shoppers[at].History.Weigh(_weighting, shoppers[at].Now, bought);
            AddScores(bought.Items, bought.Weights, row);
            if (!row.ContainsAnyExcept(0f)) _popularity.Span.CopyTo(row);
        }
        _rows.Add(bought);
    }

    /// <inheritdoc/>
    public abstract void ScoreSimilar(int item, Span<float> scores);

    /// <inheritdoc/>
    public IReadOnlyList<Reason> Explain(Shopper shopper, int item, int count)
    {
        var bought = new SparseRow();
        shopper.History.Weigh(_weighting, shopper.Now, bought);
        var reasons = new List<Reason>();
        for (var at = 0; at < bought.Count; at++)
        {
            var share = bought.Weights[at] * Weight(bought.Items[at], item);
            if (share > 0) reasons.Add(new(bought.Items[at], share));
        }
        return [.. reasons.OrderByDescending(reason => reason.Weight).ThenBy(reason => reason.Item).Take(count)];
    }

    /// <inheritdoc/>
    public void Write(TensorWriter tensors)
    {
        tensors.Add(Popular, _popularity);
        WeightingNotes.Write(_weighting, tensors);
        WriteItems(tensors);
    }

    /// <summary>Adds to <paramref name="scores"/> what these items, ascending, say with these weights.</summary>
    protected abstract void AddScores(ReadOnlySpan<int> items, ReadOnlySpan<float> weights, Span<float> scores);

    /// <summary>What one item bought says for another.</summary>
    protected abstract float Weight(int bought, int item);

    /// <summary>Writes what the heir knows of items.</summary>
    protected abstract void WriteItems(TensorWriter tensors);

    /// <summary>Adds weighted rows of a sparse matrix: each an item, each column an item.</summary>
    private protected static void AddRows(CsrMatrix matrix, ReadOnlySpan<int> rows, ReadOnlySpan<float> weights, Span<float> scores)
    {
        for (var at = 0; at < rows.Length; at++)
        {
            var columns = matrix.RowIndices(rows[at]);
            var values = matrix.RowValues(rows[at]);
            for (var entry = 0; entry < columns.Length; entry++) scores[columns[entry]] += weights[at] * (values.IsEmpty ? 1 : values[entry]);
        }
    }

    /// <summary>Writes one row of a sparse matrix over -∞.</summary>
    private protected static void CopyRow(CsrMatrix matrix, int row, Span<float> scores)
    {
        scores.Fill(float.NegativeInfinity);
        var columns = matrix.RowIndices(row);
        var values = matrix.RowValues(row);
        for (var entry = 0; entry < columns.Length; entry++) scores[columns[entry]] = values.IsEmpty ? 1 : values[entry];
        scores[row] = float.NegativeInfinity;
    }
}
