using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Factors;

/// <summary>
/// The side of a factorization that stays still while rows of the other are solved: its vectors Y (rows, d) and what all pairs, bought or
/// not, add to every row's equations: unobserved · Y'Y (d, d).
/// </summary>
public sealed record HeldSide(Matrix Vectors, ReadOnlyMemory<float> Background)
{
    /// <summary>Length of every vector.</summary>
    public int Factors => Vectors.Columns;

    /// <summary>Computes the background.</summary>
    public static HeldSide Of(Matrix vectors, double unobserved, int threads = 1, CancellationToken cancellationToken = default)
    {
        var background = new float[vectors.Columns * vectors.Columns];
        Syrk.Gram(vectors, new(background, vectors.Columns, vectors.Columns), new((float)unobserved, threads: threads), cancellationToken);
        return new(vectors, background);
    }
}
