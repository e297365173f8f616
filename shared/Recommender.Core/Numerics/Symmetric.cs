namespace Recommender.Core.Numerics;

/// <summary>Square matrices of which one triangle says all.</summary>
static class Symmetric
{
    // Two squares of 64 x 64 floats stay in the first cache together.
    const int Square = 64;

    /// <summary>Writes the lower triangle's transpose into the upper one.</summary>
    public static unsafe void MirrorLower(Matrix c, int threads, CancellationToken ct)
    {
        using var pin = c.Data.Pin();
        var lower = new Operand((float*)pin.Pointer, c.RowStride, c.ColumnStride);
        var bands = (c.Rows + Square - 1) / Square;
        Loop.For(bands, threads, band =>
        {
            var (top, rows) = (band * Square, Math.Min(Square, c.Rows - band * Square));
            for (var left = 0; left < top; left += Square) MirrorSquare(lower, top, left, rows);
            MirrorDiagonal(lower, top, rows);
        }, ct);
    }

    static unsafe void MirrorSquare(Operand lower, int top, int left, int rows)
    {
        if (lower.ColumnStride == 1)
        {
            Transposition.Copy(lower.At(top, left), lower.RowStride, rows, Square, lower.At(left, top), lower.RowStride);
            return;
        }

        for (var i = top; i < top + rows; i++)
        {
            for (var j = left; j < left + Square; j++) *lower.At(j, i) = *lower.At(i, j);
        }
    }

    static unsafe void MirrorDiagonal(Operand lower, int top, int rows)
    {
        for (var i = top; i < top + rows; i++)
        {
            for (var j = top; j < i; j++) *lower.At(j, i) = *lower.At(i, j);
        }
    }
}
