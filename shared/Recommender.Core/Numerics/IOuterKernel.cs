namespace Recommender.Core.Numerics;

/// <summary>The steps of a sum of outer products, in square register tiles, for one instruction set.</summary>
interface IOuterKernel
{
    static abstract bool IsSupported { get; }

    /// <summary>Rows, and columns, of a tile.</summary>
    static abstract int Side { get; }

    /// <summary>Adds to a whole tile of Side x Side.</summary>
    static abstract void Add(in OuterTile tile);

    /// <summary>Adds to a tile and to the one beside it.</summary>
    static abstract void AddTwo(in OuterTile tile);

    /// <summary>target = factor row, as many numbers as a tile has columns.</summary>
    static abstract unsafe void Scale(float factor, float* row, float* target);

    /// <summary>target += factor row, as many numbers as a tile has columns.</summary>
    static abstract unsafe void Add(float factor, float* row, float* target);

    /// <summary>As many columns as a tile has, in the rows before this one, the nearest taking the last factor: each += its factor times this row.</summary>
    static abstract unsafe void AddAbove(ReadOnlySpan<float> factors, float* row, nint step);
}
