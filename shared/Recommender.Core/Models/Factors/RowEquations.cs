using System.Numerics.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Factors;

/// <summary>
/// The normal equations A x = b of one row, in working memory that is used again for the next: A = unobserved Y'Y + Σ c y y' + λ I and
/// b = Σ c y over what the row has bought (Hu, Koren and Volinsky, 2008).
/// </summary>
public sealed class RowEquations(int factors)
{
    // Rows of the other side that are worked on at a time: 128 of 64 factors fill two thirds of a first-level cache.
    const int Chunk = 128;

    readonly Memory<float> _a = AlignedNumbers.Zeros(factors * factors);   // (d, d), lower triangle; its Cholesky factor once factored
    readonly Memory<float> _b = AlignedNumbers.Zeros(factors);

    /// <summary>b'x of the last solution: by how much it lowers the row's loss, which is Σ c for x = 0.</summary>
    public double Gain { get; private set; }

    /// <summary>Writes the solution to <paramref name="x"/>; false when numbers outgrow single precision.</summary>
    public bool TrySolve(RowProblem row, Span<float> x)
    {
        Form(row);
        var b = _b.Span;
        b.CopyTo(x);
        if (!SmallCholesky.TrySolve(_a.Span, factors, x)) return false;

        Gain = TensorPrimitives.Dot<float>(b, x);
        return Finite.All(x);
    }

    /// <summary>Forms A and b and factors A: <see cref="Apply"/> then solves for any right-hand side.</summary>
    public bool TryFactor(RowProblem row)
    {
        Form(row);
        return SmallCholesky.TryFactor(_a.Span, factors);
    }

    /// <summary>Replaces b by A⁻¹ b.</summary>
    public void Apply(Span<float> b) => SmallCholesky.Solve(_a.Span, factors, b);

    void Form(RowProblem row)
    {
        var a = _a.Span;
        var b = _b.Span;
        row.Held.Background.Span.CopyTo(a);
        b.Clear();
        for (var first = 0; first < row.Bought.Rows.Length; first += Chunk)
        {
            // The sum goes first: it reads whole rows and so brings them near for the outer products, which read tiles.
            var chunk = row.Bought.Slice(first, Math.Min(Chunk, row.Bought.Rows.Length - first));
            WeightedSum.Add(row.Held.Vectors.Data.Span, chunk, b);
            SmallSyrk.AddOuterProducts(a, row.Held.Vectors.Data.Span, factors, chunk);
        }
        Ridge.Add(a, factors, row.Lambda);
    }
}
