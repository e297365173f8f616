using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recommender.Core.Numerics;

/// <summary>Turns lines that run along memory into columns, four by four in registers.</summary>
static unsafe class Transposition
{
    const int Side = 4;

    /// <summary>target[k targetStep + line] = source[line sourceStep + k] for all lines and k.</summary>
    public static void Copy(float* source, nint sourceStep, int lines, int depth, float* target, nint targetStep)
    {
        if (!Sse.IsSupported || lines < Side)
        {
            CopyPlain(source, sourceStep, lines, depth, target, targetStep);
            return;
        }

        // The last group of lines overlaps the one before where their number is no multiple of four: it writes the same again.
        for (var line = 0; line < lines; line += Side)
        {
            var first = Math.Min(line, lines - Side);
            var (from, to) = ((nint)(source + first * sourceStep), (nint)(target + first));
            var k = 0;
            for (; k + Side <= depth; k += Side) Turn((float*)from + k, sourceStep, (float*)to + k * targetStep, targetStep);
            CopyPlain((float*)from + k, sourceStep, Side, depth - k, (float*)to + k * targetStep, targetStep);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Turn(float* from, nint fromStep, float* to, nint toStep)
    {
        var (r0, r1) = (Vector128.Load(from), Vector128.Load(from + fromStep));
        var (r2, r3) = (Vector128.Load(from + 2 * fromStep), Vector128.Load(from + 3 * fromStep));
        var (low01, low23) = (Sse.UnpackLow(r0, r1), Sse.UnpackLow(r2, r3));
        var (high01, high23) = (Sse.UnpackHigh(r0, r1), Sse.UnpackHigh(r2, r3));
        Sse.MoveLowToHigh(low01, low23).Store(to);
        Sse.MoveHighToLow(low23, low01).Store(to + toStep);
        Sse.MoveLowToHigh(high01, high23).Store(to + 2 * toStep);
        Sse.MoveHighToLow(high23, high01).Store(to + 3 * toStep);
    }

    static void CopyPlain(float* source, nint sourceStep, int lines, int depth, float* target, nint targetStep)
    {
        for (var line = 0; line < lines; line++)
        {
            for (var k = 0; k < depth; k++) target[k * targetStep + line] = source[line * sourceStep + k];
        }
    }
}
