using System.Diagnostics;
using System.Numerics.Tensors;
using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Factors;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.ImplicitAls;

/// <summary>
/// Factorization of purchases by alternating least squares (Hu, Koren and Volinsky, 2008) with the loss of iALS (Rendle et al., 2021),
/// solved exactly or block by block (iALS++, Rendle et al., 2021).
/// </summary>
sealed class ImplicitAlsTrainer(ImplicitAlsOptions options) : ITrainer
{
    readonly ImplicitLoss _loss = new(options.Regularization, options.Unobserved, options.Exponent, options.Weighting);

    public string Name => LeastSquaresFoldIn.Name;

    public object Options => options;

    public DatasetParts Needs => options.Weight.Parts();

    public string? ObstacleTo(IModel former) => former is FactorModel factors ? FormerShape.Obstacle(factors.Tables.Factors, options.Factors) : "it holds no factors";

    public IModel Train(Dataset dataset, TrainingContext context)
    {
        SolvablePurchases.Check(options);
        var customerItems = dataset.CustomerItems(options.Weighting, context.Parallelism);
        var itemCustomers = dataset.ItemCustomers(options.Weighting, context.Parallelism);
        SolvablePurchases.Check(customerItems);

        var tables = new StartingVectors(options, context).Of(itemCustomers);
        var halfStep = new HalfStep(_loss, options, context);
        var before = double.PositiveInfinity;
        halfStep.Solve(customerItems, tables.Customers, tables.Items);
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            var started = Stopwatch.GetTimestamp();
            halfStep.Solve(itemCustomers, tables.Items, tables.Customers);

            // Customers last: each one's vector is then what the history folds into.
            var loss = halfStep.Solve(customerItems, tables.Customers, tables.Items) + Penalty(itemCustomers, tables.Items);
            context.Progress?.Report(new(Name, epoch, options.Epochs, loss, Stopwatch.GetElapsedTime(started), customerItems.Count));
            if (options.Tolerance > 0 && before - loss < options.Tolerance * loss) break;
            before = loss;
        }
        var held = HeldSide.Of(tables.Items, _loss.Unobserved, context.Threads, context.Cancellation);
        return new FactorModel(tables, new LeastSquaresFoldIn(_loss, held));
    }

    // Σ λ |row|²: the half-step that was last knows the rest of the loss.
    double Penalty(CsrMatrix bought, Matrix vectors)
    {
        var sum = 0.0;
        for (var row = 0; row < bought.Rows; row++)
            sum += _loss.Lambda(bought.RowCount(row), bought.Columns) * (double)TensorPrimitives.SumOfSquares<float>(vectors.Row(row));
        return sum;
    }
}
