using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Factors;

/// <summary>
/// What a factorization learns: a vector of d factors for each customer (customers, d) and each item (items, d), both without gaps, and
/// how popular each item is for those of whom nothing is known.
/// </summary>
public sealed record FactorTables
{
    /// <summary>One row a customer.</summary>
    public Matrix Customers { get; }

    /// <summary>One row an item.</summary>
    public Matrix Items { get; }

    /// <summary>The weight of each item.</summary>
    public ReadOnlyMemory<float> Popularity { get; }

    /// <summary>Tables that fit each other.</summary>
    public FactorTables(Matrix customers, Matrix items, ReadOnlyMemory<float> popularity)
    {
        if (customers.Columns != items.Columns) throw new ArgumentException($"Customers have {customers.Columns} factors and items {items.Columns}.", nameof(customers));
        if (popularity.Length != items.Rows) throw new ArgumentException($"{popularity.Length} weights for {items.Rows} items.", nameof(popularity));

        (Customers, Items, Popularity) = (customers, items, popularity);
    }

    /// <summary>Length of every vector.</summary>
    public int Factors => Items.Columns;
}
