namespace Recommender.Training.Scheduling;

/// <summary>What becomes of times that passed while the scheduler was down.</summary>
enum MissedRuns
{
    Skip,
    Once,
    All,
}
