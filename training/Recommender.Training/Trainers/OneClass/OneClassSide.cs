using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Factors;
using Recommender.Core.Models.Factors.OneClass;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.OneClass;

/// <summary>Moves all rows of one side while the other stays. Rows are independent: the result is the same on any number of threads.</summary>
sealed class OneClassSide(OneClassObjective objective, TrainingContext context)
{
    /// <summary>One step of every row; the loss before it, without the penalty of the side that stays.</summary>
    public OneClassProgress Move(CsrMatrix bought, Matrix moved, Matrix held) => Run(bought, moved, held, mostSteps: 1);

    /// <summary>Steps until no row has anything to gain: their vectors are then what <see cref="OneClassFoldIn"/> finds for the same purchases.</summary>
    public void Settle(CsrMatrix bought, Matrix moved, Matrix held) => Run(bought, moved, held, OneClassFoldIn.MostSteps);

    OneClassProgress Run(CsrMatrix bought, Matrix moved, Matrix held, int mostSteps)
    {
        var side = HeldSide.Of(held, objective.Unobserved, context.Threads, context.Cancellation);
        var size = OneClassStep.RowsFor(held.Rows);
        var chunks = new OneClassProgress[(bought.Rows + size - 1) / size];
        Parallel.For(0, chunks.Length, context.Parallelism, () => new OneClassStep(objective, side, size), (chunk, _, step) =>
        {
            var first = chunk * size;
            var rows = Math.Min(size, bought.Rows - first);
            var x = moved.Block(first, 0, rows, moved.Columns);
            for (var count = 0; count < mostSteps; count++)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                chunks[chunk] = step.Move(bought, first, x);
                if (!(chunks[chunk].Gain > OneClassFoldIn.Enough)) break;
            }
            return step;
        }, _ => { });

        var loss = chunks.Sum(chunk => chunk.Loss);
        return double.IsFinite(loss) ? new(loss, chunks.Max(chunk => chunk.Gain))
            : throw new UserErrorException($"{OneClassFoldIn.Name}: the loss outgrew single precision. Raise regularization (now {objective.Regularization}).");
    }
}
