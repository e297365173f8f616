namespace Recommender.Core.Numerics;

/// <summary>The symmetric product of a matrix with itself: half the work of the general one.</summary>
public static class Syrk
{
    /// <summary>c = alpha a'a + beta c, both triangles; of c only the lower triangle is read.</summary>
    public static void Gram(Matrix a, Matrix c, Product product = default, CancellationToken ct = default)
    {
        Gemm.MultiplyLower(a.Transposed, a, c, product, ct);
        Symmetric.MirrorLower(c, Gemm.Threads(product, (long)c.Rows * c.Rows), ct);
    }
}
