using System.Globalization;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Frequency;

/// <summary>
/// What the shopper buys again and again, then what everybody buys: a shop's strongest single answer where repeats count. The personal part
/// comes from the history at the moment of asking, so that strangers with a history are served like customers.
/// </summary>
public sealed class FrequencyModel : IModel
{
    /// <summary>The name of the trainer.</summary>
    public const string Name = "frequency";

    readonly ReadOnlyMemory<float> _popularity;
    readonly IPurchaseRhythm _rhythm;
    readonly double _explore;

    /// <summary>A model of these popularities and this rhythm; <paramref name="explore"/> turns from repeats (0) to what is new (1).</summary>
    public FrequencyModel(ReadOnlyMemory<float> popularity, IPurchaseRhythm rhythm, double explore) =>
        (_popularity, _rhythm, _explore) = (popularity, rhythm, explore);

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public int ItemCount => _popularity.Length;

    /// <summary>Reads a model that <see cref="Write"/> wrote.</summary>
    public static FrequencyModel Read(TensorReader tensors)
    {
        var method = tensors.RequiredNote("method");
        IPurchaseRhythm rhythm = method switch
        {
            PurchaseCounts.Name => PurchaseCounts.Read(tensors),
            RepeatIntervals.Name => RepeatIntervals.Read(tensors),
            BasketNeighbours.Name => BasketNeighbours.Read(tensors),
            _ => throw new UserErrorException($"A frequency model by '{method}' is not known to this version. Use the version that wrote it, or train again."),
        };
        return new(tensors.Numbers<float>("popularity"), rhythm, double.Parse(tensors.RequiredNote("explore"), CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<Shopper> shoppers, Matrix scores)
    {
        var row = new SparseRow();
        for (var shopper = 0; shopper < shoppers.Length; shopper++) Score(shoppers[shopper], row, scores.Row(shopper));
    }

    /// <summary>Purchases of a single shopper say nothing of how near two items are.</summary>
    public void ScoreSimilar(int item, Span<float> scores) => scores.Fill(float.NegativeInfinity);

    /// <summary>The shopper's own purchases of the item.</summary>
    public IReadOnlyList<Reason> Explain(Shopper shopper, int item, int count)
    {
        if (count == 0 || !shopper.History.Items.Contains(item)) return [];

        var row = new SparseRow();
        _rhythm.Weigh(shopper, row);
        var entry = row.Items.BinarySearch(item);
        return entry < 0 ? [] : [new(item, row.Weights[entry])];
    }

    /// <inheritdoc/>
    public void Write(TensorWriter tensors)
    {
        tensors.Note("method", _rhythm.Method);
        tensors.Note("explore", _explore.ToString("R", CultureInfo.InvariantCulture));
        tensors.Add("popularity", _popularity);
        _rhythm.Write(tensors);
    }

    void Score(Shopper shopper, SparseRow row, Span<float> scores)
    {
        _popularity.Span.CopyTo(scores);
        if (shopper.Repeats == Repeats.LeftOut && !_rhythm.ReachesNew) return;

        _rhythm.Weigh(shopper, row);
        PersonalOrder.Rank(row, _popularity.Span, scores);
        if (shopper.Repeats == Repeats.Allowed && _explore > 0) RepeatDial.Turn(_explore, shopper.History.Items, scores);
    }
}
