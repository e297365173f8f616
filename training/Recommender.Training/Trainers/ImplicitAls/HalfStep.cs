using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Factors;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.ImplicitAls;

/// <summary>
/// Solves every row of one side while the other stays still; training is this step with the sides exchanged again and again. Rows are
/// independent and sums follow their order: the result is the same on any number of threads.
/// </summary>
sealed class HalfStep(ImplicitLoss loss, ImplicitAlsOptions options, TrainingContext context)
{
    // Rows that a thread takes at a time; their loss is added up in one number.
    const int ChunkRows = 32;

    readonly IRowSolver?[] _solvers = new IRowSolver?[Math.Max(1, context.Threads)];

    /// <summary>The loss over the rows afterwards: all of it but the penalty of the other side.</summary>
    public double Solve(CsrMatrix bought, Matrix solved, Matrix held)
    {
        var side = HeldSide.Of(held, loss.Unobserved, context.Threads, context.Cancellation);
        var losses = new double[(bought.Rows + ChunkRows - 1) / ChunkRows];
        var next = -1;
        Parallel.For(0, Math.Min(_solvers.Length, losses.Length), context.Parallelism, worker =>
        {
            var solver = _solvers[worker] ??= CreateSolver();
            for (var chunk = Interlocked.Increment(ref next); chunk < losses.Length; chunk = Interlocked.Increment(ref next))
                losses[chunk] = SolveChunk(chunk, solver, new(bought, solved, side));
        });

        var sum = losses.Sum();
        return double.IsFinite(sum) ? sum : throw new UserErrorException(
            $"{LeastSquaresFoldIn.Name}: the equations of a row cannot be solved in single precision. Raise regularization (now {options.Regularization}) or lower power (now {options.Power}).");
    }

    double SolveChunk(int chunk, IRowSolver solver, Rows rows)
    {
        var sum = 0.0;
        var end = Math.Min(rows.Bought.Rows, (chunk + 1) * ChunkRows);
        for (var row = chunk * ChunkRows; row < end; row++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var columns = rows.Bought.RowIndices(row);
            var entries = rows.Bought.IsBinary ? new WeightedRows(columns, 1) : new WeightedRows(columns, rows.Bought.RowValues(row));
            var next = row + 1 < end ? rows.Bought.RowIndices(row + 1) : default;
            sum += solver.Solve(new(rows.Held, entries with { Upcoming = next }, loss.Lambda(columns.Length, rows.Bought.Columns)), rows.Solved.Row(row));
        }
        return sum;
    }

    IRowSolver CreateSolver() => options.Solver == AlsSolver.Blocks
        ? new BlockSolver(options.Factors, Math.Min(options.Block, options.Factors))
        : new ExactSolver(options.Factors);

    readonly record struct Rows(CsrMatrix Bought, Matrix Solved, HeldSide Held);
}
