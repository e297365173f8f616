using System.Numerics.Tensors;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Factors;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Ratings;

/// <summary>
/// Predicts ratings by biases and factors. A shopper of the training ranks by the ratings expected, a stranger by what the history says
/// without ratings (z), or by popularity when it says nothing.
/// </summary>
public sealed class RatingModel(RatingTables tables, RatingLoss loss, RatingScale scale) : IRatingModel
{
    /// <summary>The name of the trainer.</summary>
    public const string Name = "matrix-factorization";

    readonly Lazy<Matrix> _features = new(() => RatingEquations.Features(tables.Items));

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public int ItemCount => tables.Items.Rows;

    /// <summary>Factors, biases and popularity.</summary>
    public RatingTables Tables => tables;

    /// <summary>How ratings are given.</summary>
    public RatingScale Scale => scale;

    /// <summary>Reads a model that <see cref="Write"/> wrote.</summary>
    public static RatingModel Read(TensorReader tensors) => new(RatingTables.Read(tensors), RatingLoss.Read(tensors), RatingScale.Read(tensors));

    /// <inheritdoc/>
    public float Predict(int customer, int item)
    {
        var standard = (customer >= 0 ? tables.CustomerBiases.Span[customer] : 0) + (item >= 0 ? tables.ItemBiases.Span[item] : 0);
        if (customer >= 0 && item >= 0) standard += TensorPrimitives.Dot<float>(tables.Customers.Row(customer), tables.Items.Row(item));
        return scale.Rating(standard);
    }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<Shopper> shoppers, Matrix scores)
    {
        var vectors = Matrix.Zero(shoppers.Length, tables.Factors);
        for (var shopper = 0; shopper < shoppers.Length; shopper++) Locate(shoppers[shopper], vectors.Row(shopper));
        Gemm.Multiply(vectors, tables.Items.Transposed, scores.Block(0, 0, shoppers.Length, ItemCount), new(threads: 1));
        for (var shopper = 0; shopper < shoppers.Length; shopper++)
        {
            var row = scores.Row(shopper);
            if (!IsKnown(shoppers[shopper]) && !vectors.Row(shopper).ContainsAnyExcept(0f)) tables.Popularity.Span.CopyTo(row);
            else Finish(row, IsKnown(shoppers[shopper]) ? tables.CustomerBiases.Span[shoppers[shopper].Customer] : 0);
        }
    }

    /// <summary>By the cosine of the items' factors.</summary>
    public void ScoreSimilar(int item, Span<float> scores)
    {
        for (var other = 0; other < scores.Length; other++) scores[other] = other == item ? float.NegativeInfinity : Likeness(item, other);
    }

    /// <summary>The purchases that are most like the item, by the cosine of their factors.</summary>
    public IReadOnlyList<Reason> Explain(Shopper shopper, int item, int count)
    {
        var row = new SparseRow();
        shopper.History.Weigh(Weighting.Plain, shopper.Now, row);
        for (var entry = 0; entry < row.Count; entry++) row.Weights[entry] = row.Items[entry] == item ? 0 : Math.Max(0, Likeness(item, row.Items[entry]));
        return Reasons.Strongest(row.Items, row.Weights, count);
    }

    /// <summary>
    /// The factors and, returned, the bias of somebody whom the training did not see but whose ratings are known, each item once: the
    /// exact minimum of the training's loss over them. Nobody's ratings give zeros.
    /// </summary>
    public float Fold(ReadOnlySpan<int> items, ReadOnlySpan<float> ratings, Span<float> vector)
    {
        var standard = new float[ratings.Length];
        for (var entry = 0; entry < ratings.Length; entry++) standard[entry] = scale.Standard(ratings[entry]);
        tables.Taste(items, vector);
        var row = new RatedRow { Others = items, Ratings = standard, Features = _features.Value, Biases = tables.ItemBiases.Span };
        return new RatingEquations(tables.Factors).Solve(row, loss, vector);
    }

    /// <inheritdoc/>
    public void Write(TensorWriter tensors)
    {
        tables.Write(tensors);
        loss.Write(tensors);
        scale.Write(tensors);
    }

    void Locate(Shopper shopper, Span<float> vector)
    {
        if (IsKnown(shopper))
        {
            tables.Customers.Row(shopper.Customer).CopyTo(vector);
            return;
        }
        var row = new SparseRow();
        shopper.History.Weigh(Weighting.Plain, shopper.Now, row);
        tables.Taste(row.Items, vector);
    }

    void Finish(Span<float> row, float bias)
    {
        TensorPrimitives.Add(row, tables.ItemBiases.Span, row);
        TensorPrimitives.Add(row, bias, row);
        TensorPrimitives.Multiply(row, scale.Deviation, row);
        TensorPrimitives.Add(row, scale.Mean, row);
    }

    float Likeness(int item, int other)
    {
        var a = tables.Items.Row(item);
        var b = tables.Items.Row(other);
        var lengths = TensorPrimitives.Norm<float>(a) * TensorPrimitives.Norm<float>(b);
        return lengths > 0 ? TensorPrimitives.Dot<float>(a, b) / lengths : float.NegativeInfinity;
    }

    bool IsKnown(Shopper shopper) => (uint)shopper.Customer < (uint)tables.Customers.Rows;
}
