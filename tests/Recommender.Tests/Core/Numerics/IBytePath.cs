using Recommender.Core.Numerics;

namespace Recommender.Tests.Core.Numerics;

/// <summary>Bounds by the byte sums of one instruction set, called past the choice that the machine makes.</summary>
interface IBytePath
{
    string Name { get; }

    int Largest { get; }

    int[] Sum(byte[] rows, sbyte[] vector);

    void Bound(CoarseRows rows, int block, ReadOnlySpan<float> vector, Span<float> bounds);
}
