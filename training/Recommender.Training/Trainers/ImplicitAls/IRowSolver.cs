using Recommender.Core.Models.Factors;

namespace Recommender.Training.Trainers.ImplicitAls;

/// <summary>Solves the least-squares problem of one row after the other, in working memory of its own: one solver a thread.</summary>
interface IRowSolver
{
    /// <summary>Moves <paramref name="x"/> to the solution and returns the row's loss there; NaN when there is none in single precision.</summary>
    double Solve(RowProblem row, Span<float> x);
}
