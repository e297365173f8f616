namespace Recommender.Engine.Merchandising.Filling;

/// <summary>How a block is ordered.</summary>
/// <param name="Depth">How many candidates are looked at first.</param>
/// <param name="Diversity">How strongly the list is mixed, 0 to 1.</param>
/// <param name="Likeness">How alike two rows' items are.</param>
readonly record struct BlockOrder(int Depth, float Diversity, Func<int, int, float> Likeness);
