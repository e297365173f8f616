using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics.Tensors;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Autoencoders;

/// <summary>
/// A network that reads a history, brought to length 1, and gives a logit for each item. Customers and strangers go the same way: nothing
/// of a customer is part of the model. A purchase weighs half for every <paramref name="halfLife"/> days of its age (0: age does not matter).
/// </summary>
public sealed class AutoencoderModel(AutoencoderNetwork network, double halfLife, ReadOnlyMemory<float> popularity) : IModel
{
    /// <summary>The name of the trainer.</summary>
    public const string Name = "autoencoder";

    const string HalfLifeNote = "half_life";

    readonly IReadOnlyList<DenseLayer> _layers = network.Answering();
    readonly Weighting _weighting = new(HalfLife: halfLife);
    readonly ConcurrentBag<SparseRow> _rows = [];

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public int ItemCount => network.Items;

    /// <summary>What was learned.</summary>
    public AutoencoderNetwork Network => network;

    /// <summary>Reads a model that <see cref="Write"/> wrote.</summary>
    public static AutoencoderModel Read(TensorReader tensors) =>
        new(AutoencoderNetwork.Read(tensors), double.Parse(tensors.RequiredNote(HalfLifeNote), CultureInfo.InvariantCulture), tensors.Numbers<float>("popularity"));

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<Shopper> shoppers, Matrix scores)
    {
        var first = _layers[0].Outputs;
        var buffer = ArrayPool<float>.Shared.Rent(shoppers.Length * first);
        var hidden = new Matrix(buffer, shoppers.Length, first);
        var isEmpty = new bool[shoppers.Length];
        for (var shopper = 0; shopper < shoppers.Length; shopper++) isEmpty[shopper] = !TryRead(shoppers[shopper], hidden.Row(shopper));

        _layers[^1].Apply(network.Deepen(_layers, hidden), scores.Block(0, 0, shoppers.Length, ItemCount));
        for (var shopper = 0; shopper < shoppers.Length; shopper++)
        {
            if (isEmpty[shopper]) popularity.Span.CopyTo(scores.Row(shopper));
        }
        ArrayPool<float>.Shared.Return(buffer);
    }

    /// <summary>By the cosine of the weights that the items' logits are read with.</summary>
    public void ScoreSimilar(int item, Span<float> scores)
    {
        var output = _layers[^1].Weights;   // (width, items): item i is column i
        var squares = new float[ItemCount];
        scores.Clear();
        for (var unit = 0; unit < output.Rows; unit++)
        {
            var row = output.Row(unit);
            TensorPrimitives.MultiplyAdd(row, row[item], scores, scores);
            TensorPrimitives.MultiplyAdd(row, row, squares, squares);
        }
        for (var other = 0; other < scores.Length; other++)
        {
            var lengths = MathF.Sqrt(squares[item]) * MathF.Sqrt(squares[other]);
            scores[other] = lengths > 0 && other != item ? scores[other] / lengths : float.NegativeInfinity;
        }
    }

    /// <summary>By how much the item's score would fall without each purchase, exactly: the network answers once for each that is left out.</summary>
    public IReadOnlyList<Reason> Explain(Shopper shopper, int item, int count)
    {
        var row = Rent();
        shopper.History.Weigh(_weighting, shopper.Now, row);
        var reasons = UnitLength.TryScale(row.Weights) ? new LeaveOneOut(network, _layers).Reasons(row, item, count) : [];
        _rows.Add(row);
        return reasons;
    }

    /// <inheritdoc/>
    public void Write(TensorWriter tensors)
    {
        network.Write(tensors);
        tensors.Note(HalfLifeNote, halfLife.ToString("R", CultureInfo.InvariantCulture));
        tensors.Add("popularity", popularity);
    }

    bool TryRead(Shopper shopper, Span<float> hidden)
    {
        var row = Rent();
        shopper.History.Weigh(_weighting, shopper.Now, row);
        var hasWeight = UnitLength.TryScale(row.Weights);
        _layers[0].Gather(row.Items, row.Weights, hidden);
        _rows.Add(row);
        return hasWeight;
    }

    SparseRow Rent() => _rows.TryTake(out var row) ? row : new();
}
