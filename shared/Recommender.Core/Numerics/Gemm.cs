namespace Recommender.Core.Numerics;

/// <summary>The general product of matrices, in single precision.</summary>
public static class Gemm
{
    // Below this many multiplications a second thread costs more than it does.
    const long WorthAThread = 1 << 20;

    /// <summary>
    /// c = alpha a b + beta c, with any strides; c must not overlap a or b. Sums run in single precision, in blocks of up to 512 (256 without AVX2).
    /// </summary>
    public static void Multiply(Matrix a, Matrix b, Matrix c, Product product = default, CancellationToken ct = default)
    {
        if (Vector512Tile.IsSupported) Multiply<Vector512Tile>(a, b, c, product, ct);
        else if (Vector256Tile.IsSupported) Multiply<Vector256Tile>(a, b, c, product, ct);
        else if (Vector128Tile.IsSupported) Multiply<Vector128Tile>(a, b, c, product, ct);
        else Multiply<ScalarTile>(a, b, c, product, ct);
    }

    /// <summary>c = alpha a b + beta c with a right side laid out before; the same to the bit as without.</summary>
    public static void Multiply(Matrix a, PackedMatrix b, Matrix c, Product product = default, CancellationToken ct = default)
    {
        if (Vector512Tile.IsSupported) Multiply<Vector512Tile>(a, b, c, product, ct);
        else if (Vector256Tile.IsSupported) Multiply<Vector256Tile>(a, b, c, product, ct);
        else if (Vector128Tile.IsSupported) Multiply<Vector128Tile>(a, b, c, product, ct);
        else Multiply<ScalarTile>(a, b, c, product, ct);
    }

    /// <summary>c = alpha a b + beta c, where only the lower triangle of the square c is read and written.</summary>
    internal static void MultiplyLower(Matrix a, Matrix b, Matrix c, Product product, CancellationToken ct)
    {
        if (Vector512Tile.IsSupported) Multiply<Vector512Tile>(a, b, c, product, ct, lowerOnly: true);
        else if (Vector256Tile.IsSupported) Multiply<Vector256Tile>(a, b, c, product, ct, lowerOnly: true);
        else if (Vector128Tile.IsSupported) Multiply<Vector128Tile>(a, b, c, product, ct, lowerOnly: true);
        else Multiply<ScalarTile>(a, b, c, product, ct, lowerOnly: true);
    }

    internal static unsafe void Multiply<TKernel>(
        Matrix a, Matrix b, Matrix c, Product product, CancellationToken ct, bool lowerOnly = false)
        where TKernel : struct, ITileKernel
    {
        CheckShapes(a, b.Rows, b.Columns, c);
        if (IsTrivial(a, c, product, lowerOnly)) return;

        // The tiles write rows: where the columns of c are the contiguous lines, compute c' = b' a'.
        if (!lowerOnly && c.ColumnStride != 1 && c.RowStride == 1) (a, b, c) = (b.Transposed, a.Transposed, c.Transposed);

        using var aPin = a.Data.Pin();
        using var bPin = b.Data.Pin();
        using var cPin = c.Data.Pin();
        var threads = Threads(product, (long)c.Rows * c.Columns * a.Columns);
        new PanelProduct<TKernel>(
            new((float*)aPin.Pointer, a.RowStride, a.ColumnStride),
            new((float*)bPin.Pointer, b.RowStride, b.ColumnStride),
            new((float*)cPin.Pointer, c.RowStride, c.ColumnStride),
            new(c.Rows, c.Columns, a.Columns, lowerOnly), product with { Threads = threads }, ct).Run();
    }

    internal static unsafe void Multiply<TKernel>(Matrix a, PackedMatrix b, Matrix c, Product product, CancellationToken ct)
        where TKernel : struct, ITileKernel
    {
        CheckShapes(a, b.Rows, b.Columns, c);
        if (IsTrivial(a, c, product, lowerOnly: false)) return;

        using var aPin = a.Data.Pin();
        using var cPin = c.Data.Pin();
        var threads = Threads(product, (long)c.Rows * c.Columns * a.Columns);
        new PanelProduct<TKernel>(
            new((float*)aPin.Pointer, a.RowStride, a.ColumnStride), default,
            new((float*)cPin.Pointer, c.RowStride, c.ColumnStride),
            new(c.Rows, c.Columns, a.Columns, LowerOnly: false), product with { Threads = threads }, ct).Run(b);
    }

    internal static int Threads(Product product, long work) =>
        work < WorthAThread ? 1 : product.Threads > 0 ? product.Threads : Environment.ProcessorCount;

    static void CheckShapes(Matrix a, int rows, int columns, Matrix c)
    {
        if (a.Columns == rows && a.Rows == c.Rows && columns == c.Columns) return;

        throw new ArgumentException($"{a.Rows} x {a.Columns} times {rows} x {columns} does not give {c.Rows} x {c.Columns}.", nameof(c));
    }

    /// <summary>Where there is nothing to multiply, the target is scaled and all is done.</summary>
    static bool IsTrivial(Matrix a, Matrix c, Product product, bool lowerOnly)
    {
        if (c.Rows == 0 || c.Columns == 0) return true;
        if (a.Columns != 0 && product.Alpha != 0) return false;

        Scale(c, product.Beta, lowerOnly);
        return true;
    }

    static void Scale(Matrix c, float beta, bool lowerOnly)
    {
        var numbers = c.Data.Span;
        for (var i = 0; i < c.Rows; i++)
        {
            var columns = lowerOnly ? Math.Min(i + 1, c.Columns) : c.Columns;
            for (var j = 0; j < columns; j++)
            {
                ref var number = ref numbers[i * c.RowStride + j * c.ColumnStride];
                number = beta == 0 ? 0 : beta * number;
            }
        }
    }
}
