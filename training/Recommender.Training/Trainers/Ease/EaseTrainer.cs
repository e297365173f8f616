using System.Diagnostics;
using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Ease;

namespace Recommender.Training.Trainers.Ease;

/// <summary>
/// Embarrassingly shallow autoencoder (Steck, 2019): the B with a zero diagonal that minimises |X - X B|^2 + lambda |B|^2, in closed form;
/// with <see cref="EaseOptions.Neighbours"/> each item's weights are confined to those others that explain it best.
/// </summary>
sealed class EaseTrainer(EaseOptions options) : ITrainer
{
    const int NeighboursWithoutMemory = 200;
    const long Megabyte = 1 << 20;

    public string Name => EaseModel.Name;

    public object Options => options;

    public DatasetParts Needs => options.Weight.Parts();

    public IModel Train(Dataset dataset, TrainingContext context)
    {
        var started = Stopwatch.GetTimestamp();
        var weighting = new Weighting(options.Weight, options.HalfLife, options.Power);
        var gram = new PurchaseGram(dataset.CustomerItems(weighting, context.Parallelism), dataset.ItemCustomers(weighting, context.Parallelism), options.Lambda);
        var popularity = gram.CustomerItems.ColumnTotals();
        var model = IsDense(gram.Items)
            ? new EaseModel(weighting, popularity, new DenseEase(gram).Solve(context))
            : new EaseModel(weighting, popularity, new SparseEase(gram, Neighbours, options.Memory * Megabyte).Solve(context));
        context.Progress?.Report(new(Name, 1, 1, double.NaN, Stopwatch.GetElapsedTime(started), gram.CustomerItems.Count));
        return model;
    }

    int Neighbours => options.Neighbours > 0 ? options.Neighbours : NeighboursWithoutMemory;

    bool IsDense(int items) => options.Neighbours == 0 && (long)items * items * sizeof(float) <= options.Memory * Megabyte;
}
