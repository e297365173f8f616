namespace Recommender.Core.Numerics;

/// <summary>Sums of products of bytes for one instruction set.</summary>
interface IByteKernel
{
    static abstract bool IsSupported { get; }

    /// <summary>The largest number of a vector for which nothing overflows, whatever the rows.</summary>
    static abstract int Largest { get; }

    /// <summary>
    /// sums[row] = Σ rows[row, k] vector[k] for the 64 rows of a block. Four numbers of a row stand side by side, then the same four of the
    /// next row; rows are from 0 to 255, the vector's numbers have a sign.
    /// </summary>
    static abstract unsafe void Sum(byte* rows, sbyte* vector, int fours, int* sums);
}
