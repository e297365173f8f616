namespace Recommender.Core.Numerics;

/// <summary>Square matrices of which one triangle says all.</summary>
static class Symmetric
{
    // Two squares of 32 x 32 floats stay in the first cache together.
    const int Square = 32;

    /// <summary>Writes the lower triangle's transpose into the upper one.</summary>
    public static void MirrorLower(Matrix c)
    {
        var numbers = c.Data.Span;
        for (var top = 0; top < c.Rows; top += Square)
        {
            for (var left = 0; left <= top; left += Square) MirrorSquare(c, numbers, top, left);
        }
    }

    static void MirrorSquare(Matrix c, Span<float> numbers, int top, int left)
    {
        for (var i = top; i < Math.Min(top + Square, c.Rows); i++)
        {
            for (var j = left; j < Math.Min(left + Square, i); j++)
            {
                numbers[j * c.RowStride + i * c.ColumnStride] = numbers[i * c.RowStride + j * c.ColumnStride];
            }
        }
    }
}
