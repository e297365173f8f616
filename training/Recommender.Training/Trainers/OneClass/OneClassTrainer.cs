using System.Diagnostics;
using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Factors;
using Recommender.Core.Models.Factors.OneClass;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.OneClass;

/// <summary>
/// One-class factorization: every pair takes part, bought or not, so nothing is sampled and no learning rate is needed. Newton steps of
/// customers and items take turns, customers are solved to the end at last. An epoch costs about 12 · customers · items · factors operations.
/// </summary>
sealed class OneClassTrainer(OneClassOptions options) : ITrainer
{
    const double StartDeviation = 0.1;

    public string Name => OneClassFoldIn.Name;

    public object Options => options;

    public string? ObstacleTo(IModel former) => former is FactorModel factors ? FormerShape.Obstacle(factors.Tables.Factors, options.Factors) : "it holds no factors";

    public IModel Train(Dataset dataset, TrainingContext context)
    {
        var customerItems = dataset.CustomerItems(Weighting.Plain, context.Parallelism);
        var itemCustomers = dataset.ItemCustomers(Weighting.Plain, context.Parallelism);
        if (customerItems.Count == 0) throw new UserErrorException($"{Name} learns from what named customers bought and '{dataset.Name}' has no such purchase. Import orders with customers.");

        var objective = Objective(customerItems);
        var side = new OneClassSide(objective, context);
        var tables = Start(itemCustomers, context);
        var before = double.PositiveInfinity;
        var started = Stopwatch.GetTimestamp();
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            side.Move(customerItems, tables.Customers, tables.Items);
            var loss = side.Move(itemCustomers, tables.Items, tables.Customers).Loss;
            context.Progress?.Report(new(Name, epoch, options.Epochs, loss, Stopwatch.GetElapsedTime(started), (long)epoch * customerItems.Count));
            if (options.Tolerance > 0 && before - loss < options.Tolerance * loss) break;
            before = loss;
        }
        side.Settle(customerItems, tables.Customers, tables.Items);
        return new FactorModel(tables, new OneClassFoldIn(objective, HeldSide.Of(tables.Items, options.Unobserved, context.Threads, context.Cancellation)));
    }

    // Offset: log(bought / (unobserved · others)), where the loss of an average pair is least.
    OneClassObjective Objective(CsrMatrix bought)
    {
        var others = Math.Max(1, (double)bought.Rows * bought.Columns - bought.Count);
        var offset = options.Loss == OneClassLoss.Logistic ? Math.Log(bought.Count / (options.Unobserved * others)) : 0;
        return new(options.Loss, (float)options.Unobserved, (float)options.Regularization, (float)offset);
    }

    FactorTables Start(CsrMatrix itemCustomers, TrainingContext context)
    {
        var popularity = new float[itemCustomers.Rows];
        for (var item = 0; item < popularity.Length; item++) popularity[item] = itemCustomers.RowCount(item);
        var tables = new FactorTables(Draw(itemCustomers.Columns, stream: 0), Draw(itemCustomers.Rows, stream: 1), popularity);
        if (context.WarmStart is { Model: FactorModel { Kind: OneClassFoldIn.Name } former } start && former.Tables.Factors == options.Factors)
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
                var random = new RandomStream((ulong)context.Seed, stream, (ulong)row);
                foreach (ref var number in matrix.Row(row)) number = (float)(StartDeviation / Math.Sqrt(options.Factors) * random.Normal());
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
