using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Recommender.Core.Numerics;

/// <summary>Asks for memory that a pass over long rows comes to soon: what the processor asks for by itself comes late.</summary>
static unsafe class Ahead
{
    // 8 kB ahead a pass reads as fast as memory gives; nearer it waits: see the benchmark `scan`.
    const int Distance = 8192;
    const int CacheLine = 64;

    /// <summary>As many bytes as are worked on meanwhile. Beyond the end nothing is fetched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch(void* from, int bytes)
    {
        if (!Sse.IsSupported) return;

        for (var line = 0; line < bytes; line += CacheLine) Sse.Prefetch0((byte*)from + Distance + line);
    }
}
