using System.Numerics.Tensors;

namespace Recommender.Core.Numerics;

/// <summary>Sums of outer products of few, scattered rows: what one customer adds to the normal equations.</summary>
public static unsafe class SmallSyrk
{
    // So many rows of 64 or 128 floats stay in the first or second cache while the tiles pass over them.
    const int Chunk = 128;

    /// <summary>
    /// a += Σ weight y y' over the listed rows y of a factor matrix. a is row-major d x d; only its lower triangle (diagonal included)
    /// counts, what stands above may change. Single precision: in blocks of 128 rows, each in the order of the list.
    /// </summary>
    public static void AddOuterProducts(Span<float> a, ReadOnlySpan<float> rows, int d, WeightedRows listed)
    {
        if (Vector512Outer.IsSupported) AddOuterProducts<Vector512Outer>(a, rows, d, listed);
        else if (Vector256Outer.IsSupported) AddOuterProducts<Vector256Outer>(a, rows, d, listed);
        else if (Vector128Outer.IsSupported) AddOuterProducts<Vector128Outer>(a, rows, d, listed);
        else AddOuterProducts<ScalarOuter>(a, rows, d, listed);
    }

    internal static void AddOuterProducts<TKernel>(Span<float> a, ReadOnlySpan<float> rows, int d, WeightedRows listed)
        where TKernel : struct, IOuterKernel
    {
        if (a.Length != (long)d * d) throw new ArgumentException($"{a.Length} numbers are not {d} x {d}.", nameof(a));

        if (rows.Length < d && !listed.Rows.IsEmpty) throw new ArgumentOutOfRangeException(nameof(listed), $"Rows are listed, but {rows.Length} numbers hold none of {d}.");

        var stride = listed.RowStride == 0 ? d : listed.RowStride;
        var last = stride == 0 ? 0 : (rows.Length - d) / stride;
        if (!listed.Rows.IsEmpty && listed.Rows.ContainsAnyExceptInRange(0, last))
        {
            throw new ArgumentOutOfRangeException(nameof(listed), $"A listed row is none of the {last + 1} rows of {d} numbers.");
        }

        fixed (float* target = a, start = rows, weights = listed.Weights)
        fixed (int* list = listed.Rows)
        {
            var whole = new OuterTile { Start = start, Stride = stride, C = target, CStep = d, Alpha = listed.Weight };
            for (var done = 0; done < listed.Rows.Length; done += Chunk)
            {
                var chunk = whole with { Rows = list + done, Count = Math.Min(Chunk, listed.Rows.Length - done), Weights = weights == null ? null : weights + done };
                var next = listed.After(done + chunk.Count);
                var upcoming = new UpcomingRows(next[..Math.Min(Chunk, next.Length)], start, stride, d);
                if (d % TKernel.Side == 0) AddTiles<TKernel>(chunk, d, upcoming);
                else AddPadded<TKernel>(chunk, d, upcoming);
            }
        }
    }

    static void AddTiles<TKernel>(OuterTile whole, int d, UpcomingRows upcoming)
        where TKernel : struct, IOuterKernel
    {
        var (done, tiles) = (0, d / TKernel.Side * (d / TKernel.Side + 1) / 2);
        for (var top = 0; top < d; top += TKernel.Side)
        {
            var row = whole with { Top = top, C = whole.C + top * whole.CStep };
            for (var left = 0; left <= top; left += TKernel.Side * TilePair<TKernel>.Add(row.Beside(left), top))
            {
                upcoming.Fetch(done++, tiles);
                if (left < top) upcoming.Fetch(done++, tiles);
            }
        }
    }

    /// <summary>A tile may neither read nor write beyond a row: rows and target are padded with zeros to whole tiles.</summary>
    static void AddPadded<TKernel>(OuterTile chunk, int d, UpcomingRows upcoming)
        where TKernel : struct, IOuterKernel
    {
        var padded = (d + TKernel.Side - 1) / TKernel.Side * TKernel.Side;
        using var buffer = AlignedBuffer.Rent((chunk.Count + padded) * padded);
        var rows = stackalloc int[Chunk];
        var sums = buffer.Start + chunk.Count * padded;
        new Span<float>(sums, padded * padded).Clear();
        for (var i = 0; i < chunk.Count; i++)
        {
            rows[i] = i;
            var row = new Span<float>(buffer.Start + i * padded, padded);
            new ReadOnlySpan<float>(chunk.Start + chunk.Rows[i] * chunk.Stride, d).CopyTo(row);
            row[d..].Clear();
        }

        AddTiles<TKernel>(chunk with { Rows = rows, Start = buffer.Start, Stride = padded, C = sums, CStep = padded }, padded, upcoming);
        for (var i = 0; i < d; i++)
        {
            var row = new Span<float>(chunk.C + i * chunk.CStep, i + 1);
            TensorPrimitives.Add(row, new ReadOnlySpan<float>(sums + i * padded, i + 1), row);
        }
    }
}
