namespace Recommender.Core.Numerics;

/// <summary>
/// The factorisation a = L L' of a symmetric positive definite matrix, in place in its lower triangle; the upper one is left alone.
/// Halving recursion turns nearly all of the work into matrix products; blocks on the diagonal are factored and inverted in double precision.
/// </summary>
public static class Cholesky
{
    /// <summary>Factors in place; false when the matrix is not positive definite: its lower triangle is then spoiled.</summary>
    public static bool TryFactor(Matrix a, int threads = 0, CancellationToken ct = default) => new TriangularBlocks(a, threads, ct).TryFactor();

    /// <summary>Solves a x = b for all columns of b at once, from the factor of a; b becomes x.</summary>
    public static void Solve(Matrix factor, Matrix b, int threads = 0, CancellationToken ct = default)
    {
        if (b.Rows != factor.Rows) throw new ArgumentException($"A factor of {factor.Rows} rows does not solve for {b.Rows}.", nameof(b));

        var blocks = new TriangularBlocks(factor, threads, ct);
        blocks.InvertDiagonal();
        blocks.SolveLower(b);
        blocks.SolveTransposed(b);
    }

    /// <summary>Replaces the factor of a by the inverse of a, both triangles.</summary>
    public static void Invert(Matrix factor, int threads = 0, CancellationToken ct = default)
    {
        var blocks = new TriangularBlocks(factor, threads, ct);
        blocks.InvertDiagonal();
        blocks.Invert();
        blocks.MultiplyWithTransposed();
        Symmetric.MirrorLower(factor, Gemm.Threads(new(1, 0, threads), (long)factor.Rows * factor.Rows), ct);
    }
}
