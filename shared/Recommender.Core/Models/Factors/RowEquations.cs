using System.Numerics.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Factors;

/// <summary>
/// The normal equations A x = b of one row, in working memory that is used again for the next: A = unobserved Y'Y + Σ c y y' + λ I and
/// b = Σ c y over what the row has bought (Hu, Koren and Volinsky, 2008).
/// </summary>
public sealed class RowEquations(int factors)
{
    readonly float[] _a = new float[factors * factors];   // (d, d), lower triangle; its Cholesky factor once factored
    readonly float[] _b = new float[factors];

    /// <summary>b'x of the last solution: by how much it lowers the row's loss, which is Σ c for x = 0.</summary>
    public double Gain { get; private set; }

    /// <summary>Writes the solution to <paramref name="x"/>; false when numbers outgrow single precision.</summary>
    public bool TrySolve(RowProblem row, Span<float> x)
    {
        if (!TryFactor(row)) return false;

        SumVectors(row);
        _b.CopyTo(x);
        SmallCholesky.Solve(_a, factors, x);
        Gain = TensorPrimitives.Dot<float>(_b, x);
        return Finite.All(x);
    }

    /// <summary>Forms A and factors it: <see cref="Apply"/> then solves for any right-hand side.</summary>
    public bool TryFactor(RowProblem row)
    {
        row.Held.Background.Span.CopyTo(_a);
        SmallSyrk.AddOuterProducts(_a, row.Held.Vectors.Data.Span, factors, row.Bought);
        Ridge.Add(_a, factors, row.Lambda);
        return SmallCholesky.TryFactor(_a, factors);
    }

    /// <summary>Replaces b by A⁻¹ b.</summary>
    public void Apply(Span<float> b) => SmallCholesky.Solve(_a, factors, b);

    void SumVectors(RowProblem row)
    {
        _b.AsSpan().Clear();
        for (var entry = 0; entry < row.Bought.Rows.Length; entry++)
            TensorPrimitives.MultiplyAdd(row.Held.Vectors.Row(row.Bought.Rows[entry]), row.Weight(entry), _b, _b);
    }
}
