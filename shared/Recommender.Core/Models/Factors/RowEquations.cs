using System.Numerics.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Factors;

/// <summary>
/// The normal equations A x = b of one row, in working memory that is used again for the next: A = unobserved Y'Y + Σ c y y' + λ I and
/// b = Σ c y over what the row has bought (Hu, Koren and Volinsky, 2008).
/// </summary>
public sealed class RowEquations(int factors)
{
    // Where rounding leaves A not positive definite its diagonal grows by such a share of its mean; the last suffices for finite numbers.
    static readonly float[] Ridges = [0, 1e-6f, 1e-4f, 1e-2f, 1];

    readonly float[] _a = new float[factors * factors];   // (d, d), lower triangle; its Cholesky factor once factored
    readonly float[] _b = new float[factors];

    /// <summary>b'x of the last solution: by how much it lowers the row's loss, which is Σ c for x = 0.</summary>
    public double Gain { get; private set; }

    /// <summary>Writes the solution to <paramref name="x"/>; false when numbers outgrow single precision.</summary>
    public bool TrySolve(HeldSide held, WeightedRows bought, float lambda, Span<float> x)
    {
        if (!TryFactor(held, bought, lambda)) return false;

        SumVectors(held, bought);
        _b.CopyTo(x);
        SmallCholesky.Solve(_a, factors, x);
        Gain = TensorPrimitives.Dot<float>(_b, x);
        return Finite.All(x);
    }

    /// <summary>Forms A and factors it: <see cref="Apply"/> then solves for any right-hand side.</summary>
    public bool TryFactor(HeldSide held, WeightedRows bought, float lambda)
    {
        foreach (var ridge in Ridges)
        {
            held.Background.Span.CopyTo(_a);
            SmallSyrk.AddOuterProducts(_a, held.Vectors.Data.Span, factors, bought);
            AddToDiagonal(lambda, ridge);
            if (SmallCholesky.TryFactor(_a, factors)) return true;
        }
        return false;
    }

    /// <summary>Replaces b by A⁻¹ b.</summary>
    public void Apply(Span<float> b) => SmallCholesky.Solve(_a, factors, b);

    void SumVectors(HeldSide held, WeightedRows bought)
    {
        _b.AsSpan().Clear();
        for (var entry = 0; entry < bought.Rows.Length; entry++)
        {
            var weight = bought.Weights.IsEmpty ? bought.Weight : bought.Weights[entry];
            TensorPrimitives.MultiplyAdd(held.Vectors.Row(bought.Rows[entry]), weight, _b, _b);
        }
    }

    void AddToDiagonal(float lambda, float ridge)
    {
        if (ridge > 0)
        {
            var trace = 0.0;
            for (var k = 0; k < factors; k++) trace += _a[k * factors + k];
            var mean = trace / factors + lambda;
            lambda += ridge * (mean > 0 ? (float)mean : 1);
        }
        for (var k = 0; k < factors; k++) _a[k * factors + k] += lambda;
    }
}
