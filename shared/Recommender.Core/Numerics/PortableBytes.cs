using System.Numerics;

namespace Recommender.Core.Numerics;

/// <summary>With vectors of any machine: a row's four bytes are one lane, and are shifted out of it one after another.</summary>
readonly unsafe struct PortableBytes : IByteKernel
{
    public static bool IsSupported => true;

    public static int Largest => 127;

    public static void Sum(byte* rows, sbyte* vector, int fours, int* sums)
    {
        for (var row = 0; row < CoarseRows.Block; row += Vector<int>.Count)
        {
            var (sum, lowest) = (Vector<int>.Zero, new Vector<int>(byte.MaxValue));
            for (var four = 0; four < fours; four++)
            {
                var bytes = Vector.Load((int*)rows + four * CoarseRows.Block + row);
                var x = vector + 4 * four;
                sum += (bytes & lowest) * x[0] + (Vector.ShiftRightLogical(bytes, 8) & lowest) * x[1]
                    + (Vector.ShiftRightLogical(bytes, 16) & lowest) * x[2] + Vector.ShiftRightLogical(bytes, 24) * x[3];
            }
            sum.Store(sums + row);
        }
    }
}
