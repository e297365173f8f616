using Recommender.Core.Numerics;

namespace Recommender.Engine.Scoring;

/// <summary>Who comes into a list when only bounds are known: what is admitted, with its exact score instead of the bound.</summary>
readonly ref struct Rescoring(Admission gate, ItemProducts products) : IGate
{
    readonly ItemProducts _products = products;

    public bool IsCosine => _products.IsCosine;

    public bool Admits(int item, ref float score)
    {
        if (!gate.Admits(item, ref score)) return false;

        score = _products.Of(item);
        return true;
    }
}
