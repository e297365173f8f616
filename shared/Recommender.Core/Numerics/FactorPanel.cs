namespace Recommender.Core.Numerics;

/// <summary>
/// A few whole rows of a small factorisation, their square standing on the diagonal. Each row, from the last one up, leaves the rows above
/// it and is scaled. A step waits for the pivot of the one before; the columns before the square and the right-hand side fill the time.
/// </summary>
readonly unsafe struct FactorPanel<TKernel>
    where TKernel : struct, IOuterKernel
{
    /// <summary>The first of the rows, which stand Step apart.</summary>
    public float* Rows { get; init; }
    public int Step { get; init; }

    /// <summary>Where the square begins.</summary>
    public int Column { get; init; }
    public int Side { get; init; }

    /// <summary>b of a x = b; null where only the factor is wanted.</summary>
    public float* Right { get; init; }

    /// <summary>Rows become those of L, the numbers of b beside them those of L'⁻¹ b; false when a pivot is not positive and finite.</summary>
    public bool TryFactor()
    {
        if (Side == TKernel.Side) return TryFactorWhole();

        // Whole tiles would reach beyond these rows: they have room in a copy.
        var padded = Column + TKernel.Side;
        using var buffer = AlignedBuffer.Rent((Side + 1) * padded);
        var right = buffer.Start + Side * padded;
        for (var row = 0; row < Side; row++) Copy(Rows + row * Step, buffer.Start + row * padded, Column + row + 1);
        if (Right != null) Copy(Right, right, Column + Side);
        if (!(this with { Rows = buffer.Start, Step = padded, Right = Right == null ? null : right }).TryFactorWhole()) return false;

        for (var row = 0; row < Side; row++) Copy(buffer.Start + row * padded, Rows + row * Step, Column + row + 1);
        if (Right != null) Copy(right, Right, Column + Side);
        return true;
    }

    bool TryFactorWhole()
    {
        var shares = stackalloc float[TKernel.Side];
        var solved = stackalloc float[TKernel.Side];
        var pivot = Rows[(Side - 1) * Step + Column + Side - 1];
        for (var k = Side - 1; k >= 0; k--)
        {
            if (!(pivot > 0) || !float.IsFinite(pivot)) return false;

            // The next pivot needs neither a root nor the rows in between.
            var row = Rows + k * Step;
            var (root, share) = (MathF.Sqrt(pivot), -1 / pivot);
            if (k > 0)
            {
                var beside = row[Column + k - 1];
                pivot = row[Column + k - 1 - Step] + beside * share * beside;
            }

            // The square first: the next step waits for it. What whole tiles do beyond the diagonal is never read.
            TKernel.Scale(share, row + Column, shares);
            for (var at = Column; at >= 0; at -= TKernel.Side) TKernel.AddAbove(new(shares, k), row + at, Step);
            if (Right != null) solved[k] = LeaveRight(row, Right[Column + k], share) / root;
            for (var at = Column; at >= 0; at -= TKernel.Side) TKernel.Scale(1 / root, row + at, row + at);
            row[Column + k] = root;
        }

        if (Right != null) Copy(solved, Right + Column, Side);
        return true;
    }

    float LeaveRight(float* row, float own, float share)
    {
        for (var at = Column; at >= 0; at -= TKernel.Side) TKernel.Add(own * share, row + at, Right + at);
        return own;
    }

    static void Copy(float* source, float* target, int count) => new ReadOnlySpan<float>(source, count).CopyTo(new(target, count));
}
