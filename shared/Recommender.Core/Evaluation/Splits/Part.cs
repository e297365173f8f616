namespace Recommender.Core.Evaluation.Splits;

/// <summary>Where a line of a basket goes when data is cut.</summary>
enum Part : byte
{
    /// <summary>A trainer sees it.</summary>
    Training,

    /// <summary>No trainer sees it; the model is told when it is asked.</summary>
    History,

    /// <summary>Nobody is told: it is what a good model foresees.</summary>
    Target,
}
