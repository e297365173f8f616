using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Frequency;

namespace Recommender.Training.Trainers.Frequency;

/// <summary>Learns what a shopper's own history is held against: what everybody buys, the items' intervals, the other customers' baskets.</summary>
sealed class FrequencyTrainer(FrequencyOptions options) : ITrainer
{
    public string Name => FrequencyModel.Name;

    public object Options => options;

    public DatasetParts Needs => options.Weight.Parts();

    public IModel Train(Dataset dataset, TrainingContext context)
    {
        var popularity = Popularity(dataset, context);
        return options.Method switch
        {
            FrequencyMethod.Tifu => new FrequencyModel(popularity, Neighbours(dataset, context), options.Explore),
            FrequencyMethod.Intervals => new FrequencyModel(popularity, IntervalLearning.Learn(dataset, options.Horizon, context.Cancellation), options.Explore),
            _ => new FrequencyModel(popularity, new PurchaseCounts(new(options.Weight, options.HalfLife)), options.Explore),
        };
    }

    // A customer speaks once for an item, however often he bought it: one large account would make its own list everybody's.
    float[] Popularity(Dataset dataset, TrainingContext context) =>
        dataset.CustomerItems(new(options.Weight is WeightBase.Count ? WeightBase.Binary : options.Weight, options.HalfLife), context.Parallelism).ColumnTotals();

    BasketNeighbours Neighbours(Dataset dataset, TrainingContext context)
    {
        var baskets = dataset.Baskets;
        var shape = new BasketShape(options.GroupSize, options.WithinDecay, options.GroupDecay, options.HalfLife);
        var rows = new (int[] Items, float[] Weights)[baskets.Customers];
        Parallel.For(0, rows.Length, context.Parallelism, () => new SparseRow(), (customer, _, row) =>
        {
            shape.Fill(baskets.Of(customer), dataset.Now, row);
            rows[customer] = (row.Items.ToArray(), row.Weights.ToArray());
            return row;
        }, _ => { });

        var starts = new int[rows.Length + 1];
        for (var customer = 0; customer < rows.Length; customer++) starts[customer + 1] = checked(starts[customer] + rows[customer].Items.Length);
        var (items, values) = (new int[starts[^1]], new float[starts[^1]]);
        for (var customer = 0; customer < rows.Length; customer++)
        {
            rows[customer].Items.CopyTo(items, starts[customer]);
            rows[customer].Weights.CopyTo(values, starts[customer]);
        }
        return new(new(shape, options.Likeness, options.Neighbours, options.Alpha), new(starts, items, values, dataset.Items.Count));
    }
}
