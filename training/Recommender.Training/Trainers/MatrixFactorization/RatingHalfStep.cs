using System.Numerics.Tensors;
using Recommender.Core;
using Recommender.Core.Models.Ratings;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.MatrixFactorization;

/// <summary>Solves factors and bias of every row of one side exactly while the other side stays.</summary>
sealed class RatingHalfStep(RatingLoss loss, TrainingContext context)
{
    // Rows that a thread takes at a time; their errors are added up in one number.
    const int ChunkRows = 32;

    /// <summary>The sum of squared errors afterwards.</summary>
    public double Solve(RatingSide solved, RatingSide held)
    {
        var features = RatingEquations.Features(held.Factors);
        var squares = new double[(solved.Ratings.Rows + ChunkRows - 1) / ChunkRows];
        Parallel.For(0, squares.Length, context.Parallelism, () => new RatingEquations(held.Factors.Columns), (chunk, _, equations) =>
        {
            var end = Math.Min(solved.Ratings.Rows, (chunk + 1) * ChunkRows);
            for (var row = chunk * ChunkRows; row < end; row++) squares[chunk] += SolveRow(equations, row, solved, (features, held.Biases));
            return equations;
        }, _ => { });

        var sum = squares.Sum();
        return double.IsFinite(sum) ? sum : throw new UserErrorException(
            $"{RatingModel.Name}: the equations of a row cannot be solved in single precision. Raise regularization or lower learning_rate.");
    }

    double SolveRow(RatingEquations equations, int index, RatingSide solved, (Matrix Features, Memory<float> Biases) held)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        var x = solved.Factors.Row(index);
        var row = new RatedRow { Others = solved.Ratings.RowIndices(index), Ratings = solved.Ratings.RowValues(index), Features = held.Features, Biases = held.Biases.Span };
        solved.WritePrior(index, x);
        var bias = row.Others.IsEmpty ? 0 : equations.Solve(row, loss, x);
        solved.Biases.Span[index] = bias;

        var squares = 0.0;
        for (var entry = 0; entry < row.Others.Length; entry++)
        {
            var other = row.Others[entry];
            var error = row.Ratings[entry] - bias - row.Biases[other] - TensorPrimitives.Dot<float>(row.Features.Row(other)[..x.Length], x);
            squares += (double)error * error;
        }
        return squares;
    }
}
