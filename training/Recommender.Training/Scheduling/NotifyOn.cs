namespace Recommender.Training.Scheduling;

/// <summary>The outcomes that somebody can ask to be told.</summary>
enum NotifyOn
{
    /// <summary>Every try has failed.</summary>
    Failure,

    /// <summary>A gate said no.</summary>
    Refusal,

    /// <summary>It ended well, with a new version or without.</summary>
    Success,
}
