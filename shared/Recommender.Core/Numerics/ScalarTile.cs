namespace Recommender.Core.Numerics;

/// <summary>4 x 4 sums in plain floats, where no vector instructions are at hand.</summary>
readonly unsafe struct ScalarTile : ITileKernel
{
    public static bool IsSupported => true;
    public static int Rows => 4;
    public static int Columns => 4;
    public static int Depth => 256;

    public static void Multiply(in Tile tile)
    {
        for (var i = 0; i < 4; i++) Row(in tile, tile.A + i, tile.C + i * tile.CStep);
    }

    static void Row(in Tile tile, float* a, float* c)
    {
        var b = tile.B;
        var (s0, s1, s2, s3) = (0f, 0f, 0f, 0f);
        for (var k = tile.Depth; k > 0; k--, a += tile.AStep, b += tile.BStep)
        {
            var x = *a;
            (s0, s1, s2, s3) = (s0 + x * b[0], s1 + x * b[1], s2 + x * b[2], s3 + x * b[3]);
        }

        c[0] = Put(in tile, s0, c[0]);
        c[1] = Put(in tile, s1, c[1]);
        c[2] = Put(in tile, s2, c[2]);
        c[3] = Put(in tile, s3, c[3]);
    }

    static float Put(in Tile tile, float sum, float before) => tile.Beta == 0 ? tile.Alpha * sum : tile.Alpha * sum + tile.Beta * before;
}
