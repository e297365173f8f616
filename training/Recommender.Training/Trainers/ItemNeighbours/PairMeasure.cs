namespace Recommender.Training.Trainers.ItemNeighbours;

/// <summary>How near an item bought is to an item that may be suggested, from what their customers' weights sum to <paramref name="together"/>.</summary>
delegate double PairMeasure(double together, int bought, int suggested);
