using System.Diagnostics;
using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.ItemNeighbours;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.ItemNeighbours;

/// <summary>Finds the neighbours of every item among those bought by the same customers.</summary>
sealed class ItemNeighboursTrainer(ItemNeighboursOptions options) : ITrainer
{
    public string Name => ItemNeighboursModel.Name;

    public object Options => options;

    public DatasetParts Needs => options.Weight.Parts();

    public IModel Train(Dataset dataset, TrainingContext context)
    {
        var started = Stopwatch.GetTimestamp();
        var weighting = new Weighting(options.Weight, options.HalfLife, options.Power);
        var nearness = NearnessOf(dataset, weighting, context.Parallelism);
        var neighbours = new StrongestNeighbours(nearness.Measure, options, dataset.Items.Count);
        SparseProduct.ForEachRow(nearness.Suggested, nearness.Bought, neighbours.Take, context.Parallelism);
        var popularity = dataset.CustomerItems(weighting, context.Parallelism).ColumnTotals();
        context.Progress?.Report(new(Name, 1, 1, double.NaN, Stopwatch.GetElapsedTime(started), nearness.Bought.Count));
        return new ItemNeighboursModel(weighting, popularity, neighbours.ToMatrix());
    }

    Nearness NearnessOf(Dataset dataset, Weighting weighting, ParallelOptions parallelism)
    {
        var counts = options.Measure is NearnessKind.Jaccard or NearnessKind.Lift or NearnessKind.Llr or NearnessKind.Count;
        var compared = counts ? Weighting.Plain : weighting;
        var (byItem, byCustomer) = (dataset.ItemCustomers(compared, parallelism), dataset.CustomerItems(compared, parallelism));
        return options.Measure switch
        {
            NearnessKind.Cosine => CosineNearness.Of(byItem, byCustomer, options.Asymmetry),
            NearnessKind.Bm25 => Bm25Nearness.Of(byItem, byCustomer, options),
            NearnessKind.P3a => WalkNearness.Of(byItem, byCustomer, options.Alpha, beta: 0),
            NearnessKind.Rp3b => WalkNearness.Of(byItem, byCustomer, options.Alpha, options.Beta),
            _ => CountNearness.Of(byItem, byCustomer, options.Measure),
        };
    }
}
