using Recommender.Core.Datasets;

namespace Recommender.Tests.Core.Numerics;

/// <summary>Random sparse matrices, and what a plain triple loop makes of them.</summary>
static class SparseMatrices
{
    public static CsrMatrix Random(int rows, int columns, double density, int seed, bool isBinary)
    {
        var random = new Random(seed);
        return CsrMatrix.From(rows, columns,
            from row in Enumerable.Range(0, rows).ToArray()
            from column in Enumerable.Range(0, columns).ToArray()
            where random.NextDouble() < density
            select (row, column, isBinary ? 1f : 0.25f + random.NextSingle()));
    }

    public static double[,] Product(CsrMatrix a, CsrMatrix b)
    {
        var product = new double[a.Rows, b.Columns];
        for (var row = 0; row < a.Rows; row++)
        {
            for (var middle = 0; middle < a.Columns; middle++)
            {
                for (var column = 0; column < b.Columns; column++) product[row, column] += (double)a.At(row, middle) * b.At(middle, column);
            }
        }
        return product;
    }
}
