namespace Recommender.Training.Views;

/// <summary>Which models gave the lists that are compared.</summary>
enum ListOrigin
{
    /// <summary>Both as they are stored; they learned from the same data.</summary>
    Stored,

    /// <summary>Both as they are stored; they learned from different data.</summary>
    StoredOfDifferentData,

    /// <summary>Both trained on the training part of the cut that the figures are of.</summary>
    TrainingPart,
}
