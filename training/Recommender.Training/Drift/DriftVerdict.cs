namespace Recommender.Training.Drift;

/// <summary>What one check came to.</summary>
enum DriftVerdict
{
    Ok,
    Drifted,
    TooLittleData,
}
