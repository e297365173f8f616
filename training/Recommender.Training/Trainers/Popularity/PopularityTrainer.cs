using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Popularity;

namespace Recommender.Training.Trainers.Popularity;

/// <summary>Counts what everybody buys.</summary>
sealed class PopularityTrainer(PopularityOptions options) : ITrainer
{
    const double UsualHalfLife = 30;   // days, for what has no meaning without one

    public string Name => PopularityModel.Name;

    public object Options => options;

    public DatasetParts Needs => options.Weight.Parts();

    public IModel Train(Dataset dataset, TrainingContext context) => new PopularityModel(options.By switch
    {
        PopularityMeasure.Newness => ItemTrend.Newness(dataset, HalfLife, context.Cancellation),
        PopularityMeasure.Trend => ItemTrend.Trend(dataset, HalfLife, context.Cancellation),
        PopularityMeasure.Season => ItemTrend.Season(dataset, context.Cancellation),
        _ => dataset.CustomerItems(new(options.Weight, options.HalfLife), context.Parallelism).ColumnTotals(),
    });

    double HalfLife => options.HalfLife > 0 ? options.HalfLife : UsualHalfLife;
}
