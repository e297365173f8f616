using System.Numerics;
using System.Numerics.Tensors;

namespace Recommender.Core.Numerics;

/// <summary>
/// The rows of a matrix once more at eight bits a number, a quarter of the memory, for a first look at products with a vector: it says
/// how high each could be at most, so that only the few that matter are taken exactly. Read-only, for any number of threads.
/// A row y is s q + e with numbers q from -127 to 127, and a vector v is t w + f, so that v y = t s (w q) + v e + f (s q): by Cauchy and
/// Schwarz the product is at most s (t (w q) + |v| |e| / s + |f| |q|).
/// </summary>
public sealed unsafe class CoarseRows
{
    /// <summary>Rows that are looked at together.</summary>
    public const int Block = 64;

    const int Largest8 = 127;
    const int Shift = 128;              // bytes have no sign: q + 128
    const int LongestRow = 1024;        // w q stays below 2^24, where single precision is exact
    const float SmallestStep = 1e-15f;  // products with it stay far above the smallest numbers
    const float Highest = 1e15f;
    const double Unit = 1.0 / (1 << 24);
    const double Spare = 1e-3;          // of a step, for products below the numbers of single precision

    readonly AlignedBuffer _bytes;
    readonly float[] _steps;      // s of each row
    readonly double[] _errors;    // of each block, the largest |e| / s
    readonly double[] _lengths;   // of each block, the largest |q|
    readonly int _fours;

    CoarseRows(Matrix rows)
    {
        (Count, _fours) = (rows.Rows, (rows.Columns + 3) / 4);
        var blocks = (rows.Rows + Block - 1) / Block;
        _bytes = AlignedBuffer.Of(checked(blocks * Block * _fours));
        (_steps, _errors, _lengths) = (new float[rows.Rows], new double[blocks], new double[blocks]);
    }

    /// <summary>How many rows.</summary>
    public int Count { get; }

    /// <summary>What a row's bytes stand for: bounds are multiples of it.</summary>
    public ReadOnlyMemory<float> Steps => _steps;

    /// <summary>Bytes of memory.</summary>
    public long Bytes => (long)_errors.Length * Block * _fours * 4 + _steps.Length * sizeof(float) + 2L * _errors.Length * sizeof(double);

    /// <summary>Whether this machine has the instructions with which a first look costs less than the products.</summary>
    public static bool IsFast => VnniBytes.IsSupported || Vector256Bytes.IsSupported;

    internal static int Largest => VnniBytes.IsSupported ? VnniBytes.Largest : Vector256Bytes.IsSupported ? Vector256Bytes.Largest : PortableBytes.Largest;

    /// <summary>Looks at every row once; null where rows are too long or hold numbers that no bound can be given for.</summary>
    public static CoarseRows? Of(Matrix rows, int threads = 1)
    {
        if (rows.Columns > LongestRow) return null;

        var coarse = new CoarseRows(rows);
        var isBounded = true;
        Loop.For(coarse._errors.Length, threads, block =>
        {
            if (!coarse.TryCoarsen(rows, block)) Volatile.Write(ref isBounded, false);
        }, CancellationToken.None);
        return isBounded ? coarse : null;
    }

    /// <summary>
    /// No product of the vector with a row of this block, as single precision finds it in any order, is above its bound.
    /// <paramref name="steps"/> are <see cref="Steps"/>, or those divided by what products are divided by; bounds are written for all
    /// rows of the block.
    /// </summary>
    public void Bound(int block, CoarseVector vector, ReadOnlySpan<float> steps, Span<float> bounds)
    {
        if (VnniBytes.IsSupported) Bound<VnniBytes>(block, vector, steps, bounds);
        else if (Vector256Bytes.IsSupported) Bound<Vector256Bytes>(block, vector, steps, bounds);
        else Bound<PortableBytes>(block, vector, steps, bounds);
    }

    internal void Bound<TKernel>(int block, CoarseVector vector, ReadOnlySpan<float> steps, Span<float> bounds)
        where TKernel : struct, IByteKernel
    {
        if (vector.Fours != _fours) throw new ArgumentException($"A vector of {4 * vector.Fours} numbers has no product with rows of {4 * _fours}.", nameof(vector));

        var count = Math.Min(Block, Count - block * Block);
        var sums = stackalloc int[Block];
        fixed (sbyte* numbers = vector.Numbers) TKernel.Sum((byte*)_bytes.Start + (nint)block * Block * _fours * 4, numbers, _fours, sums);

        // The length of t w, by which rounding goes, is at most that of v and f together.
        var margin = vector.Length * _errors[block] + (vector.Error + 16 * Unit * (vector.Length + vector.Error)) * _lengths[block];
        Finish(new(sums, count), (vector.Step, Shift * vector.Sum, (float)(margin * (1 + 16 * Unit))), steps.Slice(block * Block, count), bounds[..count]);
    }

    // steps (step (sums - shift) + margin).
    static void Finish(ReadOnlySpan<int> sums, (float Step, int Shift, float Margin) vector, ReadOnlySpan<float> steps, Span<float> bounds)
    {
        var (step, shift, margin) = (new Vector<float>(vector.Step), new Vector<int>(vector.Shift), new Vector<float>(vector.Margin));
        var row = 0;
        for (; row <= sums.Length - Vector<int>.Count; row += Vector<int>.Count)
        {
            var products = Vector.ConvertToSingle(new Vector<int>(sums[row..]) - shift);
            (new Vector<float>(steps[row..]) * (products * step + margin)).CopyTo(bounds[row..]);
        }
        for (; row < sums.Length; row++) bounds[row] = steps[row] * ((sums[row] - vector.Shift) * vector.Step + vector.Margin);
    }

    bool TryCoarsen(Matrix rows, int block)
    {
        Span<float> numbers = stackalloc float[LongestRow];
        var bytes = (byte*)_bytes.Start + (nint)block * Block * _fours * 4;
        new Span<byte>(bytes, Block * _fours * 4).Fill(Shift);
        var count = Math.Min(Block, Count - block * Block);
        for (var row = 0; row < count; row++)
        {
            if (!TryCoarsen(rows.Row(block * Block + row), block * Block + row, numbers)) return false;

            for (var k = 0; k < rows.Columns; k++) bytes[(k / 4 * Block + row) * 4 + k % 4] = (byte)((int)numbers[k] + Shift);
        }
        return true;
    }

    // Finds q of one row and adds what it leaves out to the block's bounds.
    bool TryCoarsen(ReadOnlySpan<float> y, int row, Span<float> numbers)
    {
        var highest = Math.Abs(TensorPrimitives.MaxMagnitude(y));
        if (!(highest <= Highest)) return false;   // also NaN

        var (step, block) = (Math.Max(highest / Largest8, SmallestStep), row / Block);
        var q = numbers[..y.Length];
        TensorPrimitives.Divide(y, step, q);
        TensorPrimitives.Round(q, q);
        TensorPrimitives.Clamp(q, -Largest8, Largest8, q);
        var (left, length) = (0.0, 0.0);
        for (var k = 0; k < y.Length; k++)
        {
            var rest = y[k] - (double)step * q[k];
            (left, length) = (left + rest * rest, length + (double)q[k] * q[k]);
        }
        // What single precision may add to a product of so many numbers, by the length of y, which is at most that of both parts.
        var rounding = (y.Length + 32) * Unit * (Math.Sqrt(length) + Math.Sqrt(left) / step);
        _steps[row] = step;
        _errors[block] = Math.Max(_errors[block], Math.Sqrt(left) / step + rounding + Spare);
        _lengths[block] = Math.Max(_lengths[block], Math.Sqrt(length));
        return true;
    }
}
