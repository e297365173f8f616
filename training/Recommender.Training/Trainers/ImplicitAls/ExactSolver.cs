using System.Numerics.Tensors;
using Recommender.Core.Models.Factors;

namespace Recommender.Training.Trainers.ImplicitAls;

/// <summary>The minimum itself, by Cholesky. The loss there is Σ c - b'x.</summary>
sealed class ExactSolver(int factors) : IRowSolver
{
    readonly RowEquations _equations = new(factors);

    public double Solve(RowProblem row, Span<float> x)
    {
        if (!_equations.TrySolve(row, x)) return double.NaN;

        var weights = row.Bought.Weights.IsEmpty ? row.Bought.Rows.Length * (double)row.Bought.Weight : TensorPrimitives.Sum(row.Bought.Weights);
        return weights - _equations.Gain;
    }
}
