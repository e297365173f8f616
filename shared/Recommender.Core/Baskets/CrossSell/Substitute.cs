namespace Recommender.Core.Baskets.CrossSell;

/// <summary>An item that is bought instead of another: seldom with it, though both are popular.</summary>
/// <param name="Item">The other item.</param>
/// <param name="Count">Baskets with both, perhaps none.</param>
/// <param name="Expected">Baskets with both that the popularity of each would give.</param>
/// <param name="Clearness">Twice the log-likelihood ratio of the shortfall: chance alone exceeds 10.83 once in a thousand times.</param>
public readonly record struct Substitute(int Item, int Count, double Expected, double Clearness)
{
    /// <summary>Below 1: how many times as often both stand together as their popularity would give.</summary>
    public double Lift => Count / Expected;
}
