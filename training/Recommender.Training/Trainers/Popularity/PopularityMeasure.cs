namespace Recommender.Training.Trainers.Popularity;

/// <summary>What puts an item before others in everybody's list.</summary>
enum PopularityMeasure
{
    /// <summary>How much it was bought.</summary>
    Purchases,

    /// <summary>How new it is to the shop.</summary>
    Newness,

    /// <summary>How much more it is bought of late than before.</summary>
    Trend,

    /// <summary>How much it was bought in the season to come, a year ago.</summary>
    Season,
}
