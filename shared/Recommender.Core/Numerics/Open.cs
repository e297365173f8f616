namespace Recommender.Core.Numerics;

/// <summary>The gate that everything passes.</summary>
readonly struct Open : IGate
{
    public bool Admits(int item, ref float score) => true;
}
