using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Splits;

namespace Recommender.Training.Trainers.Blend;

/// <summary>The slices of the training data on which weights are learned, the latest first.</summary>
static class ValidationFolds
{
    const double HeldShare = 0.2;   // of a customer's items, where there are no times
    const int TrainingParts = 2;    // so many slices' worth of days, at least, stay to train on

    /// <summary>Cuts the data; nothing where it is too small to be cut.</summary>
    public static IReadOnlyList<Fold> Of(Dataset dataset, BlendOptions options, TrainingContext context)
    {
        if (!dataset.HasTimes) return Cut(new RandomHoldout(HeldShare) { Seed = context.Seed }, dataset, context) is { } held ? [held] : [];

        var days = Math.Min(options.ValidationDays, Days(dataset) / (options.Slices + TrainingParts));
        var folds = new List<Fold>();
        var known = dataset;
        for (var slice = 1; slice <= options.Slices; slice++)
        {
            var moment = DateTime.UnixEpoch.AddMinutes(Math.Floor(dataset.Now - slice * days * ShopBaskets.MinutesPerDay));
            if (Cut(new TemporalSplit(moment), known, context) is not { } fold) break;

            folds.Add(fold);
            known = fold.Training;
        }
        return folds;
    }

    static Fold? Cut(Split split, Dataset dataset, TrainingContext context)
    {
        try
        {
            return split.Cut(dataset, context.Cancellation);
        }
        catch (UserErrorException)
        {
            return null;   // nothing left on one side: a slice less
        }
    }

    static double Days(Dataset dataset)
    {
        var first = dataset.Now;
        foreach (var time in dataset.Baskets.Times.Span) first = Math.Min(first, time);
        return (dataset.Now - (double)first) / ShopBaskets.MinutesPerDay;
    }
}
