namespace Recommender.Core.Numerics;

/// <summary>4 x 4 sums in plain floats, where no vector instructions are at hand.</summary>
readonly unsafe struct ScalarOuter : IOuterKernel
{
    public static bool IsSupported => true;
    public static int Side => 4;

    public static void Add(in OuterTile tile)
    {
        for (var i = 0; i < 4; i++) AddRow(in tile, tile.Top + i, tile.C + i * tile.CStep);
    }

    public static void AddTwo(in OuterTile tile)
    {
        Add(tile);
        Add(tile.Beside(Side));
    }

    public static void Scale(float factor, float* row, float* target)
    {
        for (var i = 0; i < 4; i++) target[i] = factor * row[i];
    }

    public static void Add(float factor, float* row, float* target)
    {
        for (var i = 0; i < 4; i++) target[i] += factor * row[i];
    }

    public static void AddAbove(ReadOnlySpan<float> factors, float* row, nint step)
    {
        for (var above = 0; above < factors.Length; above++) Add(factors[above], row, row + (above - factors.Length) * step);
    }

    static void AddRow(in OuterTile tile, int row, float* c)
    {
        var (s0, s1, s2, s3) = (0f, 0f, 0f, 0f);
        for (var k = 0; k < tile.Count; k++)
        {
            var y = tile.Start + tile.Rows[k] * tile.Stride;
            var b = y + tile.Left;
            var x = tile.Weights == null ? y[row] : tile.Weights[k] * y[row];
            (s0, s1, s2, s3) = (s0 + x * b[0], s1 + x * b[1], s2 + x * b[2], s3 + x * b[3]);
        }

        c[0] += tile.Alpha * s0;
        c[1] += tile.Alpha * s1;
        c[2] += tile.Alpha * s2;
        c[3] += tile.Alpha * s3;
    }
}
