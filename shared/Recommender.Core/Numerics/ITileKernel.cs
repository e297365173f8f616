namespace Recommender.Core.Numerics;

/// <summary>A register tile of one size for one instruction set.</summary>
interface ITileKernel
{
    static abstract bool IsSupported { get; }
    static abstract int Rows { get; }
    static abstract int Columns { get; }

    /// <summary>Floats of depth for which a strip of b stays in the first cache and one of a beside it.</summary>
    static abstract int Depth { get; }

    /// <summary>Computes a whole tile of Rows x Columns.</summary>
    static abstract void Multiply(in Tile tile);
}
