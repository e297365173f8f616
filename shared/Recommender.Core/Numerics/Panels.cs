using System.Runtime.CompilerServices;

namespace Recommender.Core.Numerics;

/// <summary>Lays lines of a matrix out for the register tiles: strips of <c>width</c> lines, inside a strip the lines of one k side by side.</summary>
static unsafe class Panels
{
    /// <summary>Packs <paramref name="lines"/> rows of <paramref name="source"/>, the last strip filled up with zeros.</summary>
    public static void Pack(Operand source, int lines, int depth, int width, float* target)
    {
        for (var line = 0; line < lines; line += width, target += (nint)width * depth)
        {
            var from = source.At(line, 0);
            var filled = Math.Min(width, lines - line);
            if (filled < width) new Span<float>(target, width * depth).Clear();

            if (source.RowStride == 1) CopyLines(from, source.ColumnStride, filled, depth, width, target);
            else if (source.ColumnStride == 1) Transposition.Copy(from, source.RowStride, filled, depth, target, width);
            else GatherLines(new(from, source.RowStride, source.ColumnStride), filled, depth, width, target);
        }
    }

    static void CopyLines(float* from, nint step, int filled, int depth, int width, float* target)
    {
        for (var k = 0; k < depth; k++, from += step, target += width) Unsafe.CopyBlockUnaligned(target, from, (uint)filled * sizeof(float));
    }

    static void GatherLines(Operand strip, int filled, int depth, int width, float* target)
    {
        for (var line = 0; line < filled; line++)
        {
            for (var k = 0; k < depth; k++) target[(nint)k * width + line] = *strip.At(line, k);
        }
    }
}
