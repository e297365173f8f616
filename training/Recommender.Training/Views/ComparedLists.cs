using System.Diagnostics;
using Recommender.Core.Evaluation.Overlap;
using Recommender.Training.Experiments;

namespace Recommender.Training.Views;

/// <summary>How much two models' lists have in common, with the names of those whose lists changed most.</summary>
sealed record ComparedLists(OverlapResult Overlap, KnownNames Names, ListOrigin Origin)
{
    /// <summary>Which models gave the lists, in one sentence.</summary>
    public string Note => Origin switch
    {
        ListOrigin.Stored => "Lists of the models as they are stored, which learned from the same data.",
        ListOrigin.StoredOfDifferentData => "Lists of the models as they are stored, which learned from different data; the figures are of their recipes, measured on one cut.",
        ListOrigin.TrainingPart => "Lists of both after training on the training part of the cut that the figures are of; a stored version's own lists may differ.",
        _ => throw new UnreachableException(),
    };

    /// <summary>Which models gave the lists, for scripts.</summary>
    public string OriginWord => Origin switch
    {
        ListOrigin.Stored => "stored",
        ListOrigin.StoredOfDifferentData => "stored_different_data",
        ListOrigin.TrainingPart => "training_part",
        _ => throw new UnreachableException(),
    };
}
