using System.Buffers;
using System.Numerics.Tensors;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Factors;

/// <summary>
/// A score is the product of the shopper's vector and the item's. Every factorization ends as one; its <see cref="IFoldIn"/> knows the
/// loss by which the vectors were found. The first batch of shoppers lays the items' vectors out for the products of all that follow:
/// from then on the model holds a second copy of them, 4 bytes a number.
/// </summary>
public sealed class FactorModel(FactorTables tables, IFoldIn foldIn) : IModel
{
    // Below this many shoppers the items are read once anyway, and a product of tiles multiplies rows that are not there.
    const int WorthAProduct = 4;

    readonly Lazy<PackedMatrix> _items = new(() => PackedMatrix.Of(tables.Items.Transposed));

    /// <inheritdoc/>
    public string Kind => foldIn.Kind;

    /// <inheritdoc/>
    public int ItemCount => tables.Items.Rows;

    /// <inheritdoc/>
    public bool HeedsRepeats => false;

    /// <summary>The vectors and the popularity.</summary>
    public FactorTables Tables => tables;

    /// <summary>Reads a model that <see cref="Write"/> wrote; its kind brings the fold-in over the items' vectors.</summary>
    public static FactorModel Read(TensorReader tensors, Func<TensorReader, Matrix, IFoldIn> readFoldIn)
    {
        var tables = new FactorTables(tensors.Matrix("customers"), tensors.Matrix("items"), tensors.Numbers<float>("popularity"));
        return new(tables, readFoldIn(tensors, tables.Items));
    }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<Shopper> shoppers, Matrix scores)
    {
        var buffer = ArrayPool<float>.Shared.Rent(shoppers.Length * tables.Factors);
        try
        {
            var vectors = new Matrix(buffer, shoppers.Length, tables.Factors);
            for (var shopper = 0; shopper < shoppers.Length; shopper++) Locate(shoppers[shopper], vectors.Row(shopper));

            Multiply(vectors, scores.Block(0, 0, shoppers.Length, ItemCount));
            for (var shopper = 0; shopper < shoppers.Length; shopper++)
            {
                if (!vectors.Row(shopper).ContainsAnyExcept(0f)) tables.Popularity.Span.CopyTo(scores.Row(shopper));
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(buffer);
        }
    }

    /// <summary>By the cosine of the items' vectors.</summary>
    public void ScoreSimilar(int item, Span<float> scores)
    {
        var vector = tables.Items.Row(item);
        var length = TensorPrimitives.Norm<float>(vector);
        RowProducts.Multiply(tables.Items, 0, vector, scores[..ItemCount]);
        for (var other = 0; other < scores.Length; other++)
        {
            var lengths = length * TensorPrimitives.Norm<float>(tables.Items.Row(other));
            scores[other] = lengths > 0 && other != item ? scores[other] / lengths : float.NegativeInfinity;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Reason> Explain(Shopper shopper, int item, int count) => foldIn.Explain(shopper, item, count);

    /// <summary>The vector of a shopper: the trained one of a customer, else the one that the history folds into.</summary>
    public void Locate(Shopper shopper, Span<float> vector)
    {
        if ((uint)shopper.Customer < (uint)tables.Customers.Rows) tables.Customers.Row(shopper.Customer).CopyTo(vector);
        else foldIn.Fold(shopper, vector);
    }

    /// <inheritdoc/>
    public void Write(TensorWriter tensors)
    {
        tensors.Add("customers", tables.Customers);
        tensors.Add("items", tables.Items);
        tensors.Add("popularity", tables.Popularity);
        foldIn.Write(tensors);
    }

    // One thread: whoever scores many shoppers calls from all cores.
    void Multiply(Matrix vectors, Matrix scores)
    {
        if (vectors.Rows >= WorthAProduct)
        {
            Gemm.Multiply(vectors, _items.Value, scores, new(threads: 1));
            return;
        }
        for (var shopper = 0; shopper < vectors.Rows; shopper++) RowProducts.Multiply(tables.Items, 0, vectors.Row(shopper), scores.Row(shopper));
    }
}
