using Recommender.Core.Datasets;

namespace Recommender.Training.Trainers.ItemNeighbours;

/// <summary>
/// One way to compare items: the entries of <see cref="Suggested"/> (items by customers) times <see cref="Bought"/> (customers by items) say how
/// much two items have together, the measure makes a number of it; pairs at 0 or below are no neighbours.
/// </summary>
sealed record Nearness(CsrMatrix Suggested, CsrMatrix Bought, PairMeasure Measure);
