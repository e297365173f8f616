using System.Numerics.Tensors;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Ratings;

/// <summary>
/// What biased factorization learns, in standardised ratings: factors p of customers (customers, d), q of items (items, d) and, with the
/// implicit part, y of items (items, d; zero rows without it), a bias b for each customer and item, and how often each item was rated.
/// </summary>
public sealed record RatingTables(Matrix Customers, Matrix Items, Matrix Implicit)
{
    /// <summary>b_u: by how much a customer rates above what the items explain.</summary>
    public required Memory<float> CustomerBiases { get; init; }

    /// <summary>b_i: by how much an item is rated above the mean.</summary>
    public required Memory<float> ItemBiases { get; init; }

    /// <summary>Ratings of each item.</summary>
    public required ReadOnlyMemory<float> Popularity { get; init; }

    /// <summary>Length of every vector.</summary>
    public int Factors => Items.Columns;

    /// <summary>Whether what a customer rated tells something beside how it was rated.</summary>
    public bool HasImplicit => Implicit.Rows > 0;

    internal static RatingTables Read(TensorReader tensors) => new(tensors.Matrix("customers"), tensors.Matrix("items"), tensors.Matrix("implicit"))
    {
        CustomerBiases = Writable(tensors, "customer_biases"),
        ItemBiases = Writable(tensors, "item_biases"),
        Popularity = tensors.Numbers<float>("popularity"),
    };

    internal void Write(TensorWriter tensors)
    {
        tensors.Add("customers", Customers);
        tensors.Add("items", Items);
        tensors.Add("implicit", Implicit);
        tensors.Add<float>("customer_biases", CustomerBiases);
        tensors.Add<float>("item_biases", ItemBiases);
        tensors.Add("popularity", Popularity);
    }

    // Copied: training writes biases, and pages of the file are read-only.
    static Memory<float> Writable(TensorReader tensors, string name) => tensors.Numbers<float>(name).ToArray();

    /// <summary>z = n^-½ Σ y over these items; zeros without the implicit part.</summary>
    public void Taste(ReadOnlySpan<int> items, Span<float> z)
    {
        z.Clear();
        if (!HasImplicit || items.IsEmpty) return;

        foreach (var item in items) TensorPrimitives.Add(z, Implicit.Row(item), z);
        TensorPrimitives.Multiply(z, 1 / MathF.Sqrt(items.Length), z);
    }
}
