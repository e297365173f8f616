namespace Recommender.Core.Numerics;

/// <summary>A square register tile of outer products for one instruction set.</summary>
interface IOuterKernel
{
    static abstract bool IsSupported { get; }

    /// <summary>Rows, and columns, of a tile.</summary>
    static abstract int Side { get; }

    /// <summary>Adds to a whole tile of Side x Side.</summary>
    static abstract void Add(in OuterTile tile);
}
