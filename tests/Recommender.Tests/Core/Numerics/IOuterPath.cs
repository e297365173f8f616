namespace Recommender.Tests.Core.Numerics;

/// <summary>The small kernels by the tiles of one instruction set, called past the choice that the machine makes.</summary>
interface IOuterPath
{
    void AddOuterProducts(float[] a, float[] rows, int[] listed, float[] weights);

    bool TryFactor(float[] a, int d, float[]? right = null);
}
