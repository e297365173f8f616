namespace Recommender.Training.Trainers.Frequency;

/// <summary>How a shopper's purchases say what comes next.</summary>
enum FrequencyMethod
{
    /// <summary>The shopper's own counts, ties and the rest by popularity (GP-TopFreq).</summary>
    TopFrequency,

    /// <summary>Decayed baskets of the shopper and of the nearest customers (TIFU-KNN).</summary>
    Tifu,

    /// <summary>What is due by the intervals of the item and of the shopper.</summary>
    Intervals,
}
