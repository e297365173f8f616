using System.Buffers;

namespace Recommender.Core.Numerics;

/// <summary>
/// A lower triangular matrix L taken apart by halving down to small blocks on the diagonal. What is left of every operation then is
/// products of matrices. Spans of rows begin at multiples of the block, so each block on the diagonal is inverted once.
/// </summary>
sealed class TriangularBlocks
{
    readonly Matrix _l;
    readonly Matrix _inverses;   // (n, Leaf): the inverse of each block on the diagonal, one below the other
    readonly int _threads;
    readonly CancellationToken _ct;

    public TriangularBlocks(Matrix l, int threads, CancellationToken ct)
    {
        if (l.Rows != l.Columns) throw new ArgumentException($"{l.Rows} x {l.Columns} is not square.", nameof(l));

        (_l, _threads, _ct) = (l, threads, ct);
        _inverses = Matrix.Zero(l.Rows, DiagonalBlock.Size);
    }

    Product Plus => new(1, 1, _threads);
    Product Minus => new(-1, 1, _threads);

    public bool TryFactor() => TryFactor(Whole);

    public void InvertDiagonal()
    {
        for (var start = 0; start < _l.Rows; start += DiagonalBlock.Size) InvertLeaf(new(start, Math.Min(DiagonalBlock.Size, _l.Rows - start)));
    }

    /// <summary>L X = B, in place.</summary>
    public void SolveLower(Matrix b) => SolveLower(Whole, b);

    /// <summary>L' X = B, in place.</summary>
    public void SolveTransposed(Matrix b) => SolveTransposed(Whole, b);

    /// <summary>L becomes its inverse.</summary>
    public void Invert() => Invert(Whole);

    /// <summary>L becomes the lower triangle of L'L.</summary>
    public void MultiplyWithTransposed() => MultiplyWithTransposed(Whole);

    RowSpan Whole => new(0, _l.Rows);

    Matrix Diagonal(RowSpan rows) => _l.Block(rows.Start, rows.Start, rows.Count, rows.Count);

    /// <summary>The square or oblong below the upper half and beside the lower one.</summary>
    Matrix Between(RowSpan top, RowSpan bottom) => _l.Block(bottom.Start, top.Start, bottom.Count, top.Count);

    Matrix Inverse(RowSpan leaf) => _inverses.Block(leaf.Start, 0, leaf.Count, leaf.Count);

    void InvertLeaf(RowSpan leaf) => DiagonalBlock.Invert(Diagonal(leaf), Inverse(leaf));

    bool TryFactor(RowSpan rows)
    {
        _ct.ThrowIfCancellationRequested();
        if (rows.IsLeaf)
        {
            if (!DiagonalBlock.TryFactor(Diagonal(rows))) return false;

            InvertLeaf(rows);
            return true;
        }

        // L21 = A21 L11'^-1    A22 - L21 L21' = L22 L22'
        var (top, bottom) = rows.Halves;
        if (!TryFactor(top)) return false;

        var between = Between(top, bottom);
        SolveLower(top, between.Transposed);
        Gemm.MultiplyLower(between, between.Transposed, Diagonal(bottom), Minus, _ct);
        return TryFactor(bottom);
    }

    void SolveLower(RowSpan rows, Matrix b)
    {
        _ct.ThrowIfCancellationRequested();
        if (rows.IsLeaf)
        {
            MultiplyLeaf(Inverse(rows), b);
            return;
        }

        var (top, bottom) = rows.Halves;
        var (first, second) = Parts(b, top);
        SolveLower(top, first);
        Gemm.Multiply(Between(top, bottom), first, second, Minus, _ct);
        SolveLower(bottom, second);
    }

    void SolveTransposed(RowSpan rows, Matrix b)
    {
        _ct.ThrowIfCancellationRequested();
        if (rows.IsLeaf)
        {
            MultiplyLeaf(Inverse(rows).Transposed, b);
            return;
        }

        var (top, bottom) = rows.Halves;
        var (first, second) = Parts(b, top);
        SolveTransposed(bottom, second);
        Gemm.Multiply(Between(top, bottom).Transposed, second, first, Minus, _ct);
        SolveTransposed(top, first);
    }

    void Invert(RowSpan rows)
    {
        _ct.ThrowIfCancellationRequested();
        if (rows.IsLeaf)
        {
            DiagonalBlock.CopyLower(Inverse(rows), Diagonal(rows));
            return;
        }

        // -L22^-1 L21 L11^-1, while both halves still hold L
        var (top, bottom) = rows.Halves;
        var between = Between(top, bottom);
        SolveLower(bottom, between);
        SolveTransposed(top, between.Transposed);
        DiagonalBlock.Negate(between);
        Invert(top);
        Invert(bottom);
    }

    void MultiplyWithTransposed(RowSpan rows)
    {
        _ct.ThrowIfCancellationRequested();
        if (rows.IsLeaf)
        {
            DiagonalBlock.MultiplyWithTransposed(Diagonal(rows));
            return;
        }

        // L'L = [ L11'L11 + L21'L21   . ]
        //       [ L22'L21       L22'L22 ]
        var (top, bottom) = rows.Halves;
        var between = Between(top, bottom);
        MultiplyWithTransposed(top);
        Gemm.MultiplyLower(between.Transposed, between, Diagonal(top), Plus, _ct);
        MultiplyByTransposed(bottom, between);
        MultiplyWithTransposed(bottom);
    }

    /// <summary>B = L' B, in place.</summary>
    void MultiplyByTransposed(RowSpan rows, Matrix b)
    {
        _ct.ThrowIfCancellationRequested();
        if (rows.IsLeaf)
        {
            // The upper triangle is not ours: it may hold anything.
            var triangle = Matrix.Zero(rows.Count, rows.Count);
            DiagonalBlock.CopyLower(Diagonal(rows), triangle);
            MultiplyLeaf(triangle.Transposed, b);
            return;
        }

        var (top, bottom) = rows.Halves;
        var (first, second) = Parts(b, top);
        MultiplyByTransposed(top, first);
        Gemm.Multiply(Between(top, bottom).Transposed, second, first, Plus, _ct);
        MultiplyByTransposed(bottom, second);
    }

    /// <summary>B = T B for a small square T: the product cannot overwrite what it reads, so it reads a copy.</summary>
    void MultiplyLeaf(Matrix t, Matrix b)
    {
        var copy = ArrayPool<float>.Shared.Rent(b.Rows * b.Columns);
        try
        {
            var before = b.ColumnStride == 1 ? new Matrix(copy, b.Rows, b.Columns) : new Matrix(copy, b.Columns, b.Rows).Transposed;
            DiagonalBlock.Copy(b, before);
            Gemm.Multiply(t, before, b, new(1, 0, _threads), _ct);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(copy);
        }
    }

    static (Matrix First, Matrix Second) Parts(Matrix b, RowSpan top) =>
        (b.Block(0, 0, top.Count, b.Columns), b.Block(top.Count, 0, b.Rows - top.Count, b.Columns));
}
