namespace Recommender.Training.Trainers.Session;

/// <summary>How past sessions speak.</summary>
enum SessionMethod
{
    /// <summary>The sessions most like the present one vote for what they held.</summary>
    Neighbours,

    /// <summary>Each item speaks for those that stood beside it or in the next basket.</summary>
    Transitions,
}
