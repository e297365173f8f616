using Recommender.Core.Evaluation.Overlap;
using Recommender.Core.Models;
using Recommender.Core.Models.Folders;
using Recommender.Training.Views;

namespace Recommender.Training.Experiments;

/// <summary>What the lists of two models have in common that learned from the training part of one cut: of a trainer there is no other model.</summary>
static class CutLists
{
    /// <summary>The lists of everybody in the training part; null where nobody is.</summary>
    public static ComparedLists? Between((IModel A, IModel B) models, CutData cut, OverlapOptions options, CancellationToken cancellationToken) =>
        ListOverlap.Between(Known(models.A, cut), Known(models.B, cut), options, cancellationToken) is not { } overlap ? null
            : new(overlap, new(cut.Dataset.Customers, cut.Dataset.Customers, cut.Dataset.Items, cut.Dataset.Catalogue), ListOrigin.TrainingPart);

    // Both sides are of the same data, so the ids tell who is who and no key is needed.
    static TrainedModel Known(IModel model, CutData cut)
    {
        var training = cut.Fold.Training;
        return new(model, training.Items, training.Customers, training.Baskets, training.Now);
    }
}
