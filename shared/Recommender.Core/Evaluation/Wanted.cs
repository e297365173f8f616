namespace Recommender.Core.Evaluation;

/// <summary>Which of the things bought afterwards are to be found.</summary>
public enum Wanted
{
    /// <summary>All of them.</summary>
    Everything,

    /// <summary>What the history holds already.</summary>
    Repeats,

    /// <summary>What the history does not hold.</summary>
    News,
}
