using System.Diagnostics;
using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Factors;
using Recommender.Core.Models.Factors.Bpr;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.Bpr;

/// <summary>Bayesian personalised ranking by gradient descent; customers are solved exactly at last, as strangers will be.</summary>
sealed class BprTrainer(BprOptions options) : ITrainer
{
    const double StartDeviation = 0.1;
    const int ChunkRows = 32;

    public string Name => PairwiseFoldIn.Name;

    public object Options => options;

    public string? ObstacleTo(IModel former) => former is FactorModel factors ? FormerShape.Obstacle(factors.Tables.Factors, options.Factors) : "it holds no factors";

    public IModel Train(Dataset dataset, TrainingContext context)
    {
        var bought = dataset.CustomerItems(Weighting.Plain, context.Parallelism);
        if (bought.Count == 0) throw new UserErrorException($"{Name} learns from what named customers bought and '{dataset.Name}' has no such purchase. Import orders with customers.");

        var tables = Start(bought, context);
        var descent = new PairwiseDescent(bought, tables, options, context.Seed);
        var started = Stopwatch.GetTimestamp();
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            var loss = descent.Epoch(epoch, context.Parallelism);
            if (!double.IsFinite(loss)) throw new UserErrorException($"{Name}: the gradient descent diverged in epoch {epoch}. Lower learning_rate (now {options.LearningRate}).");
            context.Progress?.Report(new(Name, epoch, options.Epochs, loss, Stopwatch.GetElapsedTime(started), (long)epoch * bought.Count));
        }
        var pairs = new PairwiseLoss((float)options.Regularization, options.Negatives, context.Seed);
        Solve(bought, tables, pairs, context);
        return new FactorModel(tables, new PairwiseFoldIn(pairs, tables.Items));
    }

    static void Solve(CsrMatrix bought, FactorTables tables, PairwiseLoss pairs, TrainingContext context) => Parallel.For(
        0, (bought.Rows + ChunkRows - 1) / ChunkRows, context.Parallelism, () => new PairwiseSolver(pairs, tables.Items), (chunk, _, solver) =>
        {
            var end = Math.Min(bought.Rows, (chunk + 1) * ChunkRows);
            for (var row = chunk * ChunkRows; row < end; row++)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                solver.Solve(bought.RowIndices(row), tables.Customers.Row(row));
            }
            return solver;
        }, _ => { });

    FactorTables Start(CsrMatrix bought, TrainingContext context)
    {
        var popularity = new float[bought.Columns];
        foreach (var item in bought.Indices.Span) popularity[item]++;
        var tables = new FactorTables(Draw(bought.Rows, stream: 0), Draw(bought.Columns, stream: 1), popularity);
        if (context.WarmStart is { Model: FactorModel { Kind: PairwiseFoldIn.Name } former } start && former.Tables.Factors == options.Factors)
        {
            Copy(former.Tables.Customers, tables.Customers, start.Customers);
            Copy(former.Tables.Items, tables.Items, start.Items);
        }
        return tables;

        Matrix Draw(int rows, ulong stream)
        {
            var matrix = Matrix.Zero(rows, options.Factors);
            for (var row = 0; row < rows; row++)
            {
                var random = new RandomStream((ulong)context.Seed ^ 0xB9A, stream, (ulong)row);
                foreach (ref var number in matrix.Row(row)) number = (float)(StartDeviation * random.Normal());
            }
            return matrix;
        }
    }

    static void Copy(Matrix from, Matrix to, IReadOnlyList<int> rows)
    {
        for (var row = 0; row < to.Rows; row++)
        {
            if (rows[row] >= 0) from.Row(rows[row]).CopyTo(to.Row(row));
        }
    }
}
